package io.growthline.oracle;

import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.Direction;
import io.growthline.schemas.ledger.Outcome;
import io.growthline.schemas.ledger.PostingKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one employee's facts come to. Amounts are hundredths of a credit, times epoch milliseconds,
 * UTC.
 *
 * @param lots what is spendable, in the order in which it is spent
 * @param awards every award ever made, in order of time, those taken back by a rejection included
 * @param postings in the order in which they were made
 * @param decisions in no particular order
 * @param edges goals reached and lost, in order of time
 * @param held goals held at the end
 * @param progress one row per goal and requirement at the end
 * @param duplicates records that repeated another exactly
 */
public record OracleResult(
    Sums sums,
    List<OpenLot> lots,
    List<Award> awards,
    List<Entry> postings,
    List<Verdict> decisions,
    List<Edge> edges,
    List<Hold> held,
    List<Row> progress,
    int duplicates) {

  /** The changes of <em>earned</em>, in order of time. */
  List<Long> amounts() {
    return postings.stream().map(Entry::earnedChange).toList();
  }

  /** The postings in short: kind, cause, change of earned, change of available. */
  List<String> statement() {
    return postings.stream()
        .map(
            entry ->
                "%s %s %s %s"
                    .formatted(
                        entry.kind(),
                        entry.cause().eventId(),
                        credits(entry.earnedChange()),
                        credits(entry.availableChange())))
        .toList();
  }

  /** The open lots in short: what opened them and what is left. */
  String spendable() {
    return lots.stream()
        .map(lot -> lot.cause().eventId() + " " + credits(lot.creditsLeft()))
        .collect(Collectors.joining(", "));
  }

  /** The sums in short. */
  String balance() {
    return "earned %s, available %s, redeemed %s, expired %s, lapsed %s, debt %s"
        .formatted(
            credits(sums.earned()),
            credits(sums.available()),
            credits(sums.redeemed()),
            credits(sums.expired()),
            credits(sums.lapsed()),
            credits(sums.debt()));
  }

  private static String credits(long hundredths) {
    return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
  }

  /** The decisions in short: event id and outcome. */
  List<String> outcomes() {
    return decisions.stream()
        .map(verdict -> verdict.cause().eventId() + " " + verdict.outcome())
        .toList();
  }

  /** The row of progress of that goal and requirement. */
  Figures figures(String goalId, String requirement) {
    return progress.stream()
        .filter(row -> row.goalId().equals(goalId) && row.requirement().equals(requirement))
        .map(Row::figures)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no such row in " + progress));
  }

  /**
   * The balance at the end.
   *
   * @param available what is left in lots, less the debt
   * @param redeemed spent on rewards that were not cancelled
   * @param expired ever lost by expiry
   * @param lapsed ever lost because it did not carry over a period's end
   * @param byCategory earned in each of the three categories
   */
  public record Sums(
      long earned,
      long available,
      long redeemed,
      long expired,
      long lapsed,
      long debt,
      Map<Category, Long> byCategory,
      long periodEarned) {}

  /**
   * Credits to spend.
   *
   * @param cause what opened the lot
   * @param expiresAt the last millisecond they can be spent in, or null
   */
  public record OpenLot(
      Cause cause, Category category, long creditsLeft, long earnedAt, Long expiresAt) {}

  /** An event's identity within its kind of input. */
  public record Cause(String source, String eventId) {}

  /** Names a posting: of one cause and kind there is one, except of expiries. */
  public record PostingKey(Cause cause, PostingKind kind) {}

  /**
   * Credits given for one event.
   *
   * @param submission the piece of practice it was given for; the event's id for a course
   * @param takenBackAt when a rejection took it back, or null while it stands
   */
  public record Award(
      Cause cause,
      String activityId,
      String submission,
      Category category,
      long amount,
      String ruleVersion,
      long at,
      LocalDate day,
      Long takenBackAt) {

    boolean stands() {
      return takenBackAt == null;
    }

    boolean standsAt(long time) {
      return at <= time && (takenBackAt == null || takenBackAt > time);
    }

    Award takenBack(long time) {
      return new Award(cause, activityId, submission, category, amount, ruleVersion, at, day, time);
    }
  }

  /** Credits that a command gave or took, counting on its local day. */
  public record Adjustment(Category category, long credits, LocalDate day) {}

  /**
   * A posting.
   *
   * @param earnedChange change of what was earned
   * @param availableChange change of what is spendable
   * @param corrects the posting reversed, cancelled or corrected, or null
   */
  public record Entry(
      PostingKind kind,
      String activityId,
      Category category,
      long earnedChange,
      long availableChange,
      long effectiveAt,
      LocalDate eventDate,
      Cause cause,
      String ruleVersion,
      PostingKey corrects) {

    PostingKey key() {
      return new PostingKey(cause, kind);
    }
  }

  /** A decision on an event or command. */
  public record Verdict(Cause cause, Outcome outcome) {}

  /** A goal reached or lost. */
  public record Edge(String goalId, Direction direction, int firing, long at) {}

  /** A goal held since the time of its standing {@link Direction#REACHED}. */
  public record Hold(String goalId, long since, int firing) {}

  /** One row of progress. */
  public record Row(String goalId, String requirement, Figures figures) {}

  /**
   * How far a requirement is met; current, target and gap are millionths of the unit ({@code
   * credits}, {@code ratio}, {@code activities} or {@code level}).
   */
  public record Figures(
      String unit,
      long current,
      long target,
      long gap,
      boolean met,
      List<String> missing,
      List<String> completed) {}
}
