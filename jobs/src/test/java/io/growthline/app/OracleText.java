package io.growthline.app;

import io.growthline.oracle.OracleResult.Edge;
import io.growthline.oracle.OracleResult.Entry;
import io.growthline.oracle.OracleResult.Figures;
import io.growthline.oracle.OracleResult.Hold;
import io.growthline.oracle.OracleResult.OpenLot;
import io.growthline.oracle.OracleResult.Row;
import io.growthline.oracle.OracleResult.Sums;
import io.growthline.oracle.OracleResult.Verdict;
import io.growthline.schemas.ledger.Category;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The oracle's results as the rows of tables: values with a blank between. */
final class OracleText {

  private OracleText() {}

  static String of(Entry entry) {
    return of(
        entry.kind(),
        entry.activityId(),
        entry.category(),
        entry.earnedChange(),
        entry.availableChange(),
        entry.effectiveAt(),
        entry.eventDate(),
        entry.cause().source(),
        entry.cause().eventId(),
        entry.ruleVersion());
  }

  static String of(Sums sums) {
    return of(
        sums.earned(),
        sums.available(),
        sums.redeemed(),
        sums.expired(),
        sums.lapsed(),
        sums.debt(),
        sums.byCategory().get(Category.REQUIRED),
        sums.byCategory().get(Category.ELECTIVE),
        sums.byCategory().get(Category.PRACTICE),
        sums.periodEarned());
  }

  static String of(OpenLot lot) {
    return of(
        lot.cause().source(),
        lot.cause().eventId(),
        lot.category(),
        lot.creditsLeft(),
        lot.earnedAt(),
        lot.expiresAt());
  }

  static String of(Verdict verdict) {
    return of(verdict.cause().source(), verdict.cause().eventId(), verdict.outcome());
  }

  static String of(Edge edge) {
    return of(edge.goalId(), edge.direction(), edge.firing(), edge.at());
  }

  static String of(Hold hold) {
    return of(hold.goalId(), hold.since());
  }

  static String of(Row row) {
    Figures figures = row.figures();
    return of(
        row.goalId(),
        row.requirement(),
        figures.unit(),
        figures.current(),
        figures.target(),
        figures.gap(),
        figures.met(),
        json(figures.missing()),
        json(figures.completed()));
  }

  private static String json(List<String> ids) {
    return ids.stream().collect(Collectors.joining("\",\"", "[\"", "\"]")).replace("[\"\"]", "[]");
  }

  static String of(Object... values) {
    return Stream.of(values).map(String::valueOf).collect(Collectors.joining(" "));
  }
}
