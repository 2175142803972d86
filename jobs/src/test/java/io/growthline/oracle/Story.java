package io.growthline.oracle;

import static io.growthline.oracle.ActivityDraft.hundredths;

import io.growthline.oracle.OracleResult.Cause;
import io.growthline.rulebook.RuleBook;
import io.growthline.schemas.avro.ContentHash;
import io.growthline.schemas.events.CommandKind;
import io.growthline.schemas.events.CreditCommand;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.HrKind;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.Outcome;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells what happened to one employee, in local times of the rule book's zone. Events are numbered
 * {@code e1}, {@code e2}, …, people's {@code h1}, {@code h2}, …, commands {@code c1}, {@code c2}, …
 * as they are told.
 */
final class Story {

  private final RuleBook book;
  private final List<LearningEvent> learning = new ArrayList<>();
  private final List<HrEvent> hr = new ArrayList<>();
  private final List<CreditCommand> commands = new ArrayList<>();
  private final Map<Cause, RecordedOutcome> recorded = new HashMap<>();

  Story(RuleBook book) {
    this.book = book;
  }

  Story completed(String activity, String time) {
    return completed(activity, time, null);
  }

  Story completed(String activity, String time, Double score) {
    return learned(LearningVerb.COMPLETED, activity, null, time, score, null);
  }

  Story approved(String activity, String submission, String time) {
    return learned(LearningVerb.APPROVED, activity, submission, time, null, null);
  }

  Story rejected(String activity, String submission, String time) {
    return learned(LearningVerb.REJECTED, activity, submission, time, null, null);
  }

  Story submitted(String activity, String submission, String time) {
    return learned(LearningVerb.SUBMITTED, activity, submission, time, null, null);
  }

  Story voided(String eventId, String time) {
    return learned(LearningVerb.VOIDED, "unlisted", null, time, null, eventId);
  }

  /** Sends the last learning event again. */
  Story again() {
    learning.add(learning.get(learning.size() - 1));
    return this;
  }

  /** Sends the last learning event's identity again, with that score and that much later. */
  Story contradicted(double score, long laterMillis) {
    LearningEvent last = learning.get(learning.size() - 1);
    learning.add(
        new LearningEvent(
            last.eventId(),
            last.source(),
            last.employeeId(),
            last.occurredAt() + laterMillis,
            last.verb(),
            last.activityId(),
            score,
            null,
            null,
            null,
            last.submissionId(),
            null,
            null,
            null));
    return this;
  }

  Story hired(String time, String job) {
    return person(HrKind.HIRED, time, job);
  }

  Story transferred(String time, String job) {
    return person(HrKind.TRANSFERRED, time, job);
  }

  Story left(String time) {
    return person(HrKind.LEFT, time, null);
  }

  Story rehired(String time) {
    return person(HrKind.REHIRED, time, null);
  }

  Story redeem(String reward, String time) {
    return command(CommandKind.REDEEM, reward, null, null, null, time);
  }

  Story cancel(String eventId, String time) {
    return command(CommandKind.CANCEL, null, eventId, null, null, time);
  }

  Story adjust(String credits, Category category, String time) {
    return command(
        CommandKind.ADJUST,
        null,
        null,
        credits == null ? null : hundredths(credits),
        category,
        time);
  }

  /** Tells the outcome that the last command was given before; null credits: not told. */
  Story recorded(Outcome outcome, String credits) {
    CreditCommand last = commands.get(commands.size() - 1);
    Long cost = credits == null ? null : hundredths(credits);
    recorded.put(Facts.cause(last), new RecordedOutcome(outcome, cost));
    return this;
  }

  OracleResult until(String time) {
    return until(millis(time));
  }

  OracleResult until(long time) {
    return new Oracle(event -> ContentHash.of((Record) event))
        .judge(book, hr, learning, commands, recorded, time);
  }

  long millis(String localTime) {
    return LocalDateTime.parse(localTime).atZone(book.zone()).toInstant().toEpochMilli();
  }

  private Story learned(
      LearningVerb verb,
      String activity,
      String submission,
      String time,
      Double score,
      String voids) {
    learning.add(
        new LearningEvent(
            "e" + (learning.size() + 1),
            "lms",
            "p1",
            millis(time),
            verb,
            activity,
            score,
            null,
            null,
            null,
            submission,
            voids,
            null,
            null));
    return this;
  }

  private Story command(
      CommandKind kind,
      String reward,
      String target,
      Long credits,
      Category category,
      String time) {
    commands.add(
        new CreditCommand(
            "c" + (commands.size() + 1),
            "lms",
            "p1",
            millis(time),
            kind,
            reward,
            target,
            null,
            credits,
            category,
            null,
            null,
            null));
    return this;
  }

  private Story person(HrKind kind, String time, String job) {
    long at = millis(time);
    hr.add(
        new HrEvent(
            "h" + (hr.size() + 1),
            "hris",
            "p1",
            at,
            kind,
            at,
            job,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null));
    return this;
  }
}
