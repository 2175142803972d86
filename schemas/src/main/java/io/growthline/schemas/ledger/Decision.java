package io.growthline.schemas.ledger;

/**
 * The outcome of a command, or of an event that should have earned but did not, or less.
 *
 * @param source source of the event decided on
 * @param eventId id of the event decided on
 * @param activityId the activity it names, or null
 * @param detail the outcome in words, or null
 * @param recordedAt when the ledger decided: epoch milliseconds, UTC
 * @param credits of a granted command: hundredths of a credit paid, given back or (signed)
 *     adjusted; else null
 */
public record Decision(
    String source,
    String eventId,
    String employeeId,
    String activityId,
    Outcome outcome,
    String detail,
    long recordedAt,
    Long credits) {}
