package io.growthline.local;

import io.growthline.local.company.CompanyRecord;
import io.growthline.local.company.Input;
import io.growthline.schemas.events.CreditCommand;
import io.growthline.schemas.events.Event;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * What becomes known when two people of the sample company have been answered: Liu Yang, who was
 * granted a day of leave, did not have the 100 credits for it; He Jing, who was refused one, did.
 */
record LateNews(List<CompanyRecord> company) {

  List<CompanyRecord> records() {
    LearningEvent english =
        find(
            LearningEvent.class,
            event ->
                event.employeeId().equals("liu-yang")
                    && event.activityId().equals("english")
                    && event.verb() == LearningVerb.COMPLETED);
    CreditCommand refused =
        find(CreditCommand.class, command -> command.employeeId().equals("he-jing"));
    return List.of(
        learning(
            english.employeeId(),
            english.occurredAt() + Duration.ofDays(300).toMillis(),
            LearningVerb.VOIDED,
            english.activityId(),
            english.eventId()),
        learning(
            refused.employeeId(),
            refused.occurredAt() - Duration.ofDays(1).toMillis(),
            LearningVerb.APPROVED,
            "safety-moment",
            null));
  }

  private <T extends Event> T find(Class<T> type, Predicate<T> which) {
    return company.stream()
        .map(CompanyRecord::event)
        .filter(type::isInstance)
        .map(type::cast)
        .filter(which)
        .findFirst()
        .orElseThrow();
  }

  private static CompanyRecord learning(
      String employeeId, long occurredAt, LearningVerb verb, String activityId, String voids) {
    LearningEvent event =
        new LearningEvent(
            "late-" + employeeId,
            "lms",
            employeeId,
            occurredAt,
            verb,
            activityId,
            null,
            null,
            null,
            null,
            null,
            voids,
            null,
            null);
    return new CompanyRecord(Input.LEARNING, employeeId, event, null);
  }
}
