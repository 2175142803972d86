package io.growthline.local.company;

import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What real systems do to a well-ordered history: events come late or twice, an id is used again
 * with other content, an event is declared void, and some lines are no events at all.
 */
final class Disorder {

  private static final int LATE_BY_AT_MOST = 150;
  private static final long LATER_MILLIS = 3_600_000;

  private static final List<String> UNREADABLE =
      List.of(
          "not an event at all",
          "{\"eventId\": \"lms-0\", \"source\": \"lms\", ",
          "{\"eventId\": \"lms-0\", \"source\": \"lms\", \"verb\": \"COMPLETED\"}",
          "{\"eventId\": \"lms-0\", \"source\": \"lms\", \"employeeId\": \"li-na\","
              + " \"occurredAt\": \"yesterday\", \"verb\": \"COMPLETED\", \"activityId\": \"safety\"}");

  private final Random random;
  private final Set<String> untouched;

  /**
   * @param untouched ids of employees whose events keep their content, so that their stories hold
   */
  Disorder(Random random, Set<String> untouched) {
    this.random = random;
    this.untouched = untouched;
  }

  /** The records in the order they are sent; the argument is in order of time. */
  List<CompanyRecord> of(List<CompanyRecord> ordered) {
    List<CompanyRecord> sent = new ArrayList<>(ordered);
    for (CompanyRecord record : ordered) {
      if (record.input() == Input.LEARNING && random.nextInt(100) == 0) {
        sendLater(sent, record);
      }
    }
    for (CompanyRecord record : ordered) {
      switch (random.nextInt(200)) {
        case 0, 1 -> insertAfter(sent, record, record);
        case 2 -> withOtherContent(record).ifPresent(other -> insertAfter(sent, record, other));
        case 3 -> declaredVoid(record).ifPresent(other -> insertAfter(sent, record, other));
        default -> {}
      }
    }
    for (String line : UNREADABLE) {
      sent.add(
          random.nextInt(sent.size()), CompanyRecord.unreadable(Input.LEARNING, "li-na", line));
    }
    return sent;
  }

  private void sendLater(List<CompanyRecord> sent, CompanyRecord record) {
    int now = sent.indexOf(record);
    sent.remove(now);
    sent.add(Math.min(sent.size(), now + 1 + random.nextInt(LATE_BY_AT_MOST)), record);
  }

  private void insertAfter(List<CompanyRecord> sent, CompanyRecord record, CompanyRecord added) {
    int at = sent.indexOf(record) + 1;
    sent.add(Math.min(sent.size(), at + random.nextInt(LATE_BY_AT_MOST)), added);
  }

  /** The same identity, told again an hour later with another score: a conflict. */
  private java.util.Optional<CompanyRecord> withOtherContent(CompanyRecord record) {
    return completion(record)
        .map(
            event ->
                CompanyRecord.of(
                    Input.LEARNING,
                    new LearningEvent(
                        event.eventId(),
                        event.source(),
                        event.employeeId(),
                        event.occurredAt() + LATER_MILLIS,
                        event.verb(),
                        event.activityId(),
                        1.0,
                        event.progress(),
                        event.rating(),
                        event.durationSeconds(),
                        event.submissionId(),
                        event.voidsEventId(),
                        event.voidsSource(),
                        event.attributes())));
  }

  private java.util.Optional<CompanyRecord> declaredVoid(CompanyRecord record) {
    return completion(record)
        .map(
            event ->
                CompanyRecord.of(
                    Input.LEARNING,
                    new LearningEvent(
                        event.eventId() + "-void",
                        event.source(),
                        event.employeeId(),
                        event.occurredAt() + LATER_MILLIS,
                        LearningVerb.VOIDED,
                        event.activityId(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        event.eventId(),
                        null,
                        null)));
  }

  private java.util.Optional<LearningEvent> completion(CompanyRecord record) {
    return record.event() instanceof LearningEvent event
            && event.verb() == LearningVerb.COMPLETED
            && !untouched.contains(event.employeeId())
        ? java.util.Optional.of(event)
        : java.util.Optional.empty();
  }
}
