package io.growthline.ledger;

import io.growthline.ledger.rules.LedgerFact;
import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.deadletters.DeadLetterReason;
import io.growthline.schemas.events.CreditCommand;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicPrefix;
import io.growthline.schemas.wire.SingleObjectEncoding;

/** A fact that the ledger cannot use, although it is well formed. */
record RefusedFact(LedgerFact fact, DeadLetterReason reason, String detail) {

  private static final SingleObjectEncoding<LearningEvent> LEARNING =
      SingleObjectEncoding.of(LearningEvent.class);
  private static final SingleObjectEncoding<CreditCommand> COMMAND =
      SingleObjectEncoding.of(CreditCommand.class);

  static RefusedFact ofUnknownActivity(LedgerFact fact) {
    return new RefusedFact(
        fact, DeadLetterReason.UNKNOWN_ACTIVITY, "no rule book knew the activity in time");
  }

  static RefusedFact tooLate(LedgerFact fact) {
    return new RefusedFact(
        fact, DeadLetterReason.TOO_LATE, "the scheme's history does not reach back that far");
  }

  /**
   * The dead letter; its raw bytes are the fact in Avro, ready to be sent again.
   *
   * @param prefix what the names of topics start with
   * @param recordedAt epoch milliseconds
   */
  DeadLetter deadLetter(TopicPrefix prefix, long recordedAt) {
    byte[] whole =
        fact.learning() != null ? LEARNING.encode(fact.learning()) : COMMAND.encode(fact.command());
    return DeadLetter.of(
        prefix.nameOf(
            fact.learning() != null
                ? TopicCatalogue.LEARNING_EVENTS
                : TopicCatalogue.CREDIT_COMMANDS),
        fact.event().source() + ":" + fact.event().eventId(),
        reason,
        detail,
        whole,
        recordedAt);
  }
}
