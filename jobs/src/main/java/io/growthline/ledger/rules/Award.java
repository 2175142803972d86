package io.growthline.ledger.rules;

import io.growthline.schemas.ledger.Category;

/**
 * Credits that stand: earned and not taken back.
 *
 * @param cause the fact that earned them
 * @param submission the piece of practice they were given for; null for courses
 * @param at effective instant: epoch milliseconds
 * @param day its local day
 * @param amount hundredths of a credit, positive
 * @param ruleVersion version of the activity's definition it was made with
 */
public record Award(
    FactId cause,
    String submission,
    long at,
    int day,
    long amount,
    Category category,
    String ruleVersion) {}
