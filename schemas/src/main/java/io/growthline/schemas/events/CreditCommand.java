package io.growthline.schemas.events;

import io.growthline.schemas.ledger.Category;
import java.util.Map;

/**
 * A request to spend, give back or adjust credits; its outcome is a decision.
 *
 * @param rewardId REDEEM: what is asked for
 * @param targetEventId CANCEL: the REDEEM that is taken back
 * @param targetSource source of that REDEEM; null: this command's own source
 * @param credits ADJUST: signed hundredths of a credit
 * @param category ADJUST: the category adjusted
 * @param reason why, in the issuer's words
 * @param issuedBy who issued it; personal data
 */
public record CreditCommand(
    String eventId,
    String source,
    String employeeId,
    long occurredAt,
    CommandKind kind,
    String rewardId,
    String targetEventId,
    String targetSource,
    Long credits,
    Category category,
    String reason,
    String issuedBy,
    Map<String, String> attributes)
    implements Event {}
