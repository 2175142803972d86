package io.growthline.oracle;

import static io.growthline.oracle.ActivityDraft.hundredths;

import io.growthline.rulebook.ActivityKind;
import io.growthline.schemas.events.CommandKind;
import io.growthline.schemas.events.CreditCommand;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.HrKind;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.ledger.Category;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes single records of an employee, out of few ids, few activities and few times, so that they
 * collide: ties, conflicts, voids of anything, approvals and rejections of one submission.
 *
 * @param employeeId whose records
 * @param anchor local day around which they lie
 * @param activities ids and kinds of the activities they name
 * @param rewards the rewards they ask for
 * @param categories what they adjust; null among them: none is named
 */
record RandomHistory(
    String employeeId,
    ZoneId zone,
    LocalDate anchor,
    Map<String, ActivityKind> activities,
    List<String> rewards,
    List<Category> categories) {

  private static final long DAY = 86_400_000;
  private static final int HOUR = 3_600_000;

  private static final List<Integer> DAYS =
      List.of(
          0, 0, 0, 0, 1, 1, 1, 2, -1, -1, 3, 6, 7, 7, 8, 13, 14, 28, 29, 30, 30, 31, 32, 59, 60, 61,
          89, 90, 91, 92, 180, 364, 365, 366, 367, 730, 731, -2, -30, -31, -365);

  private static final List<LocalTime> TIMES =
      List.of(
          LocalTime.NOON,
          LocalTime.NOON,
          LocalTime.MIDNIGHT,
          LocalTime.of(23, 59, 59, 999_000_000),
          LocalTime.of(0, 0, 0, 1_000_000),
          LocalTime.of(0, 30),
          LocalTime.of(1, 30),
          LocalTime.of(2, 30));

  /** The same, but its events also name one more course. */
  RandomHistory withActivity(String course) {
    Map<String, ActivityKind> more = new TreeMap<>(activities);
    more.put(course, ActivityKind.COURSE);
    return new RandomHistory(employeeId, zone, anchor, more, rewards, categories);
  }

  /**
   * A learning event.
   *
   * @param before those made so far: one in ten repeats the identity of one of them
   */
  LearningEvent learning(Choices choices, List<LearningEvent> before) {
    if (!before.isEmpty() && choices.percent(10)) {
      return conflicting(choices, choices.of(before));
    }
    String activity = choices.of(List.copyOf(new TreeSet<>(activities.keySet())));
    boolean practice = activities.get(activity) == ActivityKind.PRACTICE;
    LearningVerb earning = practice ? LearningVerb.APPROVED : LearningVerb.COMPLETED;
    LearningVerb verb =
        switch (choices.below(16)) {
          case 0, 1, 2, 3, 4, 5, 6, 7, 8 -> earning;
          case 9, 10, 11 -> practice ? LearningVerb.REJECTED : earning;
          case 12, 13 -> LearningVerb.VOIDED;
          case 14 -> practice ? LearningVerb.COMPLETED : LearningVerb.APPROVED;
          default ->
              choices.of(
                  LearningVerb.SUBMITTED,
                  LearningVerb.REJECTED,
                  LearningVerb.VIEWED,
                  LearningVerb.ENROLLED,
                  LearningVerb.FAILED,
                  LearningVerb.WITHDRAWN);
        };
    boolean voiding = verb == LearningVerb.VOIDED;
    return new LearningEvent(
        "e" + before.size(),
        choices.percent(10) ? "portal" : "lms",
        employeeId,
        time(choices),
        verb,
        activity,
        choices.percent(40) ? choices.of(0.6, 1.0, 0.4, 0.59, 0.599999, 0.39, 0.0) : null,
        null,
        null,
        null,
        practice && choices.percent(75) ? choices.of("s1", "s1", "s1", "s2", "e0", "e1") : null,
        voiding ? "e" + choices.below(before.size() + 4) : null,
        voiding && choices.percent(15) ? choices.of("lms", "portal") : null,
        choices.percent(5) ? Map.of("site", "Köln", "room", "7") : null);
  }

  /** Another event under the same identity; often one that differs in a single field. */
  private LearningEvent conflicting(Choices choices, LearningEvent event) {
    return switch (choices.below(5)) {
      case 0 -> with(event, event.occurredAt() + choices.of(1, -1, 86_400_000), event.score());
      case 1 -> with(event, event.occurredAt(), choices.of(0.7, 0.1));
      case 2 -> with(event, time(choices), event.score());
      default -> {
        LearningEvent other = learning(choices, List.of());
        yield new LearningEvent(
            event.eventId(),
            event.source(),
            employeeId,
            choices.percent(50) ? event.occurredAt() : other.occurredAt(),
            other.verb(),
            other.activityId(),
            other.score(),
            null,
            null,
            null,
            other.submissionId(),
            other.voidsEventId(),
            other.voidsSource(),
            other.attributes());
      }
    };
  }

  private static LearningEvent with(LearningEvent event, long occurredAt, Double score) {
    return new LearningEvent(
        event.eventId(),
        event.source(),
        event.employeeId(),
        occurredAt,
        event.verb(),
        event.activityId(),
        score,
        event.progress(),
        event.rating(),
        event.durationSeconds(),
        event.submissionId(),
        event.voidsEventId(),
        event.voidsSource(),
        event.attributes());
  }

  /** A people event; may take effect before or after it was recorded. */
  HrEvent hr(Choices choices, int number) {
    long effectiveAt = time(choices);
    boolean voiding = choices.percent(8);
    return new HrEvent(
        "h" + (choices.percent(8) ? choices.below(number + 1) : number),
        choices.of("hris", "hris", "portal"),
        employeeId,
        effectiveAt + choices.of(0, 0, 0, 1, 86_400_000, 864_000_000, -86_400_000),
        choices.of(
            HrKind.HIRED,
            HrKind.HIRED,
            HrKind.TRANSFERRED,
            HrKind.REHIRED,
            HrKind.LEFT,
            HrKind.PROMOTED,
            HrKind.HIRED,
            HrKind.PROFILE_UPDATED),
        effectiveAt,
        choices.percent(60) ? choices.of(RandomBook.JOBS) : null,
        choices.percent(40) ? choices.of(RandomBook.GRADES) : null,
        choices.percent(40) ? choices.of(RandomBook.TEAMS) : null,
        null,
        choices.percent(35) ? hiredOn(choices) : null,
        choices.percent(10) ? List.of("video", "case") : null,
        voiding ? "h" + choices.below(number + 3) : null,
        voiding && choices.percent(20) ? choices.of("hris", "portal") : null,
        null);
  }

  private int hiredOn(Choices choices) {
    LocalDate day =
        choices.of(
            anchor,
            anchor.minusDays(1),
            anchor.minusDays(7),
            anchor.minusDays(30),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2020, 2, 29),
            anchor.plusDays(2),
            anchor.minusYears(1).plusDays(1));
    return (int) day.toEpochDay();
  }

  /**
   * A command.
   *
   * @param before those made so far: some are cancelled, some have their identity used again
   * @param learning events that most commands come soon after
   */
  CreditCommand command(Choices choices, List<CreditCommand> before, List<LearningEvent> learning) {
    CommandKind kind =
        choices.of(
            CommandKind.REDEEM,
            CommandKind.REDEEM,
            CommandKind.REDEEM,
            CommandKind.REDEEM,
            CommandKind.ADJUST,
            CommandKind.ADJUST,
            CommandKind.CANCEL,
            CommandKind.CANCEL);
    boolean reused = choices.percent(8);
    boolean adjusts = kind == CommandKind.ADJUST;
    boolean cancels = kind == CommandKind.CANCEL;
    CreditCommand target = cancels ? target(choices, before) : null;
    CreditCommand cancelled =
        kind == CommandKind.REDEEM && choices.percent(30) ? cancelled(before) : null;
    String source = choices.of("lms", "lms", "portal");
    String targetSource = target == null || target.source().equals(source) ? null : target.source();
    return new CreditCommand(
        "c" + (reused ? choices.below(before.size() + 1) : before.size()),
        source,
        employeeId,
        timeOfCommand(choices, learning, cancelled == null ? target : cancelled),
        kind,
        kind == CommandKind.REDEEM ? reward(choices, cancelled) : null,
        cancels ? (target == null ? "c" + choices.below(9) : target.eventId()) : null,
        targetSource,
        adjusts ? hundredths(adjustment(choices)) : null,
        adjusts ? choices.of(categories) : null,
        choices.percent(10) ? "by agreement" : null,
        choices.percent(10) ? "trainer-7" : null,
        choices.percent(5) ? Map.of("site", "Köln") : null);
  }

  /** Seldom as much as there can be: after that there is room for nothing. */
  private static String adjustment(Choices choices) {
    return choices.percent(3)
        ? choices.of("499999990", "-499999990", "9999999999.99", "-9999999999.99")
        : choices.of("5", "2.5", "-1", "-4", "10", "-10", "0", "0.01");
  }

  /** Mostly what was cancelled is asked for again: a limit has room for it now. */
  private String reward(Choices choices, CreditCommand cancelled) {
    if (cancelled != null && cancelled.rewardId() != null) {
      return cancelled.rewardId();
    }
    return choices.percent(7) ? "unlisted" : choices.of(rewards);
  }

  /** What a command cancels: a REDEEM before it, or nothing there is. */
  private static CreditCommand target(Choices choices, List<CreditCommand> before) {
    List<CreditCommand> redeems =
        before.stream().filter(command -> command.kind() == CommandKind.REDEEM).toList();
    return redeems.isEmpty() || choices.percent(15) ? null : choices.of(redeems);
  }

  /** The newest REDEEM that a command before cancels, or null. */
  private static CreditCommand cancelled(List<CreditCommand> before) {
    Map<String, CreditCommand> redeems = new HashMap<>();
    CreditCommand cancelled = null;
    for (CreditCommand command : before) {
      if (command.kind() == CommandKind.REDEEM) {
        redeems.put(command.eventId(), command);
      } else if (redeems.containsKey(command.targetEventId())) {
        cancelled = redeems.get(command.targetEventId());
      }
    }
    return cancelled;
  }

  /**
   * @param earlier a command that it mostly comes soon after, or null
   */
  private long timeOfCommand(Choices choices, List<LearningEvent> learning, CreditCommand earlier) {
    return earlier == null || choices.percent(20)
        ? timeOfCommand(choices, learning)
        : earlier.occurredAt() + later(choices);
  }

  private long timeOfCommand(Choices choices, List<LearningEvent> learning) {
    return choices.percent(15) || learning.isEmpty()
        ? time(choices)
        : choices.of(learning).occurredAt() + choices.of(1, 0, HOUR, HOUR, -HOUR);
  }

  /** How much later a command is cancelled; sometimes it is earlier. */
  private static long later(Choices choices) {
    return DAY * choices.of(1, 0, 7, 8, 31, 32, 62, -1) + choices.of(1, 0, 0, -1);
  }

  private long time(Choices choices) {
    return anchor
        .plusDays(choices.of(DAYS))
        .atTime(choices.of(TIMES))
        .atZone(zone)
        .toInstant()
        .toEpochMilli();
  }
}
