package io.growthline.schemas.ledger;

/**
 * An employee's latest balance. Amounts are hundredths of a credit.
 *
 * @param earned lifetime credits earned
 * @param available spendable credits
 * @param required earned in category required
 * @param elective earned in category elective
 * @param practice earned in category practice
 * @param periodEarned earned in the scheme's current period
 * @param redeemed spent on rewards
 * @param expired lost by expiry
 * @param debt owed after reversals of credits already spent
 * @param version number of distinct facts taken into account; the highest is the truth
 * @param asOf the instant the balance speaks of: epoch milliseconds, UTC
 * @param noticeId employeeId, version and asOf: the same notice sent again has the same id
 * @param ledgerSequence sequence of the newest posting, 0 if there is none
 * @param ledgerHash hash of the newest posting, empty if there is none
 * @param lapsed lost at the ends of periods, beyond what is carried over
 */
public record Balance(
    String employeeId,
    long earned,
    long available,
    long required,
    long elective,
    long practice,
    long periodEarned,
    long redeemed,
    long expired,
    long debt,
    long version,
    long asOf,
    String noticeId,
    long ledgerSequence,
    String ledgerHash,
    Long lapsed) {}
