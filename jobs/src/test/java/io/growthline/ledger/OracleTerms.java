package io.growthline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.oracle.GeneratedHistory;
import io.growthline.oracle.OracleResult;
import io.growthline.oracle.OracleResult.Cause;
import io.growthline.oracle.OracleResult.Edge;
import io.growthline.oracle.OracleResult.Entry;
import io.growthline.oracle.OracleResult.Figures;
import io.growthline.oracle.OracleResult.Hold;
import io.growthline.oracle.OracleResult.OpenLot;
import io.growthline.oracle.OracleResult.PostingKey;
import io.growthline.oracle.OracleResult.Row;
import io.growthline.oracle.OracleResult.Verdict;
import io.growthline.oracle.RecordedOutcome;
import io.growthline.rulebook.Goal;
import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.CreditLot;
import io.growthline.schemas.ledger.GoalProgress;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.ledger.RequirementProgress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a ledger said, in the oracle's terms, and whether the two agree. */
final class OracleTerms {

  /** What a balance's fields can hold, in hundredths of a credit. */
  private static final long MOST = 999_999_999_999L;

  private OracleTerms() {}

  /** Answers given to requests for rewards, as a replay is told them. */
  static Map<Cause, RecordedOutcome> answers(InMemoryLedger ledger) {
    Map<Cause, RecordedOutcome> answers = new HashMap<>();
    ledger
        .answers()
        .forEach(
            (id, answer) ->
                answers.put(
                    new Cause(id.source(), id.eventId()),
                    new RecordedOutcome(answer.outcome(), answer.cost())));
    return answers;
  }

  /** Whatever came so far, every sum agrees with every other, and the chain is whole. */
  static void assertConserved(InMemoryLedger ledger) {
    if (ledger.balance() == null) {
      assertThat(ledger.postings()).isEmpty();
      return;
    }
    long earned = ledger.postings().stream().mapToLong(Posting::earnedChange).sum();
    Balance balance = ledger.balance();
    assertThat(balance.earned()).isEqualTo(earned);
    long available = ledger.postings().stream().mapToLong(Posting::availableChange).sum();
    long left = ledger.openLots().stream().mapToLong(CreditLot::creditsLeft).sum();
    assertThat(balance.available()).isEqualTo(available).isEqualTo(left - balance.debt());
    assertThat(balance.debt()).isNotNegative();
    assertThat(ledger.lotsTold()).allMatch(lot -> lot.creditsLeft() >= 0);
    long sequence = 0;
    long earnedSoFar = 0;
    long availableSoFar = 0;
    String hash = "";
    for (Posting posting : ledger.postings()) {
      earnedSoFar += posting.earnedChange();
      availableSoFar += posting.availableChange();
      assertThat(posting.earnedAfter()).isEqualTo(earnedSoFar).isBetween(-MOST, MOST);
      assertThat(posting.availableAfter()).isEqualTo(availableSoFar).isBetween(-MOST, MOST);
      assertThat(posting.sequence()).isEqualTo(++sequence);
      assertThat(posting.previousHash()).isEqualTo(hash);
      hash = posting.hash();
    }
    assertThat(ledger.postings().stream().map(Posting::entryId)).doesNotHaveDuplicates();
  }

  static void assertEndsAs(OracleResult expected, InMemoryLedger ledger) {
    Balance balance = ledger.balance();
    if (balance == null) {
      // Nothing came but events of activities that nobody knows.
      assertThat(expected.postings()).isEmpty();
      assertThat(expected.progress()).isEmpty();
      return;
    }
    Map<Category, Long> byCategory = new HashMap<>();
    byCategory.put(Category.REQUIRED, balance.required());
    byCategory.put(Category.ELECTIVE, balance.elective());
    byCategory.put(Category.PRACTICE, balance.practice());
    OracleResult.Sums sums =
        new OracleResult.Sums(
            balance.earned(),
            balance.available(),
            balance.redeemed(),
            balance.expired(),
            balance.lapsed(),
            balance.debt(),
            byCategory,
            balance.periodEarned());
    assertThat(sums).isEqualTo(expected.sums());
    assertThat(lots(ledger)).containsExactlyInAnyOrderElementsOf(expected.lots());
    assertThat(held(ledger)).containsExactlyInAnyOrderElementsOf(expected.held());
    assertThat(rows(ledger)).containsExactlyInAnyOrderElementsOf(expected.progress());
  }

  static List<Entry> postings(InMemoryLedger ledger) {
    Map<String, PostingKey> keys = new HashMap<>();
    List<Entry> entries = new ArrayList<>();
    for (Posting posting : ledger.postings()) {
      Cause cause = new Cause(posting.causeSource(), posting.causeEventId());
      keys.put(posting.entryId(), new PostingKey(cause, posting.kind()));
      entries.add(
          new Entry(
              posting.kind(),
              posting.activityId(),
              posting.category(),
              posting.earnedChange(),
              posting.availableChange(),
              posting.effectiveAt(),
              LocalDate.ofEpochDay(posting.eventDate()),
              cause,
              posting.ruleVersion(),
              keys.get(posting.corrects())));
    }
    return entries;
  }

  /** Credits by what they are for and when they count: where they are, whatever it took. */
  static Map<String, Long> netByPlace(List<Entry> entries) {
    Map<String, Long> net = new TreeMap<>();
    for (Entry entry : entries) {
      net.merge(
          entry.activityId() + " " + entry.category() + " " + entry.effectiveAt(),
          entry.earnedChange(),
          Long::sum);
      net.merge(
          entry.activityId() + " " + entry.category() + " " + entry.effectiveAt() + " available",
          entry.availableChange(),
          Long::sum);
    }
    net.values().removeIf(amount -> amount == 0);
    return net;
  }

  static List<Verdict> verdicts(InMemoryLedger ledger) {
    return ledger.decisions().stream()
        .map(d -> new Verdict(new Cause(d.source(), d.eventId()), d.outcome()))
        .toList();
  }

  static List<Edge> edges(InMemoryLedger ledger) {
    return ledger.milestones().stream()
        .map(m -> new Edge(m.goalId(), m.direction(), m.firing(), m.at()))
        .toList();
  }

  static List<OpenLot> lots(InMemoryLedger ledger) {
    Map<String, Cause> causes = new HashMap<>();
    for (Posting posting : ledger.postings()) {
      causes.put(posting.entryId(), new Cause(posting.causeSource(), posting.causeEventId()));
    }
    return ledger.openLots().stream()
        .map(
            lot ->
                new OpenLot(
                    causes.get(lot.lotId()),
                    lot.category(),
                    lot.creditsLeft(),
                    lot.earnedAt(),
                    lot.expiresAt()))
        .toList();
  }

  static List<Hold> held(InMemoryLedger ledger) {
    return ledger.progress().goals().stream()
        .filter(GoalProgress::held)
        .map(goal -> new Hold(goal.goalId(), goal.since(), goal.firing()))
        .toList();
  }

  static List<Row> rows(InMemoryLedger ledger) {
    List<Row> rows = new ArrayList<>();
    for (GoalProgress goal : ledger.progress().goals()) {
      for (RequirementProgress r : goal.requirements()) {
        Figures figures =
            new Figures(
                r.unit(), r.current(), r.target(), r.gap(), r.met(), r.missing(), r.completed());
        rows.add(new Row(goal.goalId(), r.requirement(), figures));
      }
    }
    return rows;
  }

  /** What the milestones say is held, without goals whose hold ends silently with a period. */
  static Map<String, Boolean> heldBeyondPeriods(InMemoryLedger ledger, GeneratedHistory generated) {
    Map<String, Boolean> held = ledger.heldByMilestones();
    held.values().removeIf(isHeld -> !isHeld);
    held.keySet().removeAll(perPeriod(generated));
    return held;
  }

  static Map<String, Boolean> heldForGood(OracleResult expected, GeneratedHistory generated) {
    Map<String, Boolean> held = new TreeMap<>();
    expected.held().forEach(hold -> held.put(hold.goalId(), true));
    held.keySet().removeAll(perPeriod(generated));
    return held;
  }

  static List<String> perPeriod(GeneratedHistory generated) {
    return generated.book().goals().stream()
        .filter(goal -> goal.versions().latest().perPeriod())
        .map(Goal::id)
        .toList();
  }
}
