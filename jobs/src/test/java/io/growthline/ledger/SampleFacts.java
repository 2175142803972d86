package io.growthline.ledger;

import io.growthline.ledger.rules.LedgerFact;
import io.growthline.schemas.events.CommandKind;
import io.growthline.schemas.events.CreditCommand;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.HrKind;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import java.time.Instant;

/** Facts about one employee, each from the system that would send it; times in ISO 8601. */
final class SampleFacts {

  private SampleFacts() {}

  static LedgerFact completed(String eventId, String activityId, String at) {
    return learning(eventId, LearningVerb.COMPLETED, activityId, null, null, at);
  }

  static LedgerFact voided(String eventId, String voidsEventId, String at) {
    return learning(eventId, LearningVerb.VOIDED, "kaizen", null, voidsEventId, at);
  }

  static LedgerFact approved(String eventId, String submissionId, String at) {
    return learning(eventId, LearningVerb.APPROVED, "kaizen", submissionId, null, at);
  }

  static LedgerFact rejected(String eventId, String submissionId, String at) {
    return learning(eventId, LearningVerb.REJECTED, "kaizen", submissionId, null, at);
  }

  private static LedgerFact learning(
      String eventId,
      LearningVerb verb,
      String activityId,
      String submissionId,
      String voidsEventId,
      String at) {
    return LedgerFact.of(
        new LearningEvent(
            eventId,
            "lms",
            "li-na",
            Instant.parse(at).toEpochMilli(),
            verb,
            activityId,
            null,
            null,
            null,
            null,
            submissionId,
            voidsEventId,
            null,
            null));
  }

  static LedgerFact redeem(String eventId, String at) {
    long millis = Instant.parse(at).toEpochMilli();
    return LedgerFact.of(
        new CreditCommand(
            eventId,
            "portal",
            "li-na",
            millis,
            CommandKind.REDEEM,
            "day-off",
            null,
            null,
            null,
            null,
            null,
            null,
            null));
  }

  /** An adjustment by hand, in hundredths of a credit. */
  static LedgerFact adjusted(String eventId, long credits, String at) {
    return LedgerFact.of(
        new CreditCommand(
            eventId,
            "portal",
            "li-na",
            Instant.parse(at).toEpochMilli(),
            CommandKind.ADJUST,
            null,
            null,
            null,
            credits,
            null,
            null,
            null,
            null));
  }

  static LedgerFact hired(String eventId, String jobId, String at) {
    return people(eventId, HrKind.HIRED, jobId, null, at, at);
  }

  static LedgerFact rehired(String eventId, String at) {
    return people(eventId, HrKind.REHIRED, null, null, at, at);
  }

  static LedgerFact erased(String eventId, String at) {
    return erased(eventId, at, at);
  }

  static LedgerFact erased(String eventId, String statedAt, String effectiveAt) {
    return people(eventId, HrKind.ERASED, null, null, statedAt, effectiveAt);
  }

  static LedgerFact peopleFactVoided(String eventId, String voidsEventId, String at) {
    return people(eventId, HrKind.PROFILE_UPDATED, null, voidsEventId, at, at);
  }

  private static LedgerFact people(
      String eventId,
      HrKind kind,
      String jobId,
      String voidsEventId,
      String statedAt,
      String effectiveAt) {
    return LedgerFact.of(
        new HrEvent(
            eventId,
            "hr",
            "li-na",
            Instant.parse(statedAt).toEpochMilli(),
            kind,
            Instant.parse(effectiveAt).toEpochMilli(),
            jobId,
            null,
            null,
            null,
            null,
            null,
            voidsEventId,
            null,
            null));
  }
}
