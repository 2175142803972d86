package io.growthline.rulebook;

import java.math.BigDecimal;

/**
 * The scheme as in force from one date until the next.
 *
 * @param target hundredths of a credit per period, or null
 * @param requiredShare share of the target, or null where no shares are given
 * @param electiveShare share of the target, or null
 * @param practiceShare share of the target, or null
 * @param expiry life of a lot, or null: for ever
 * @param recommendations how activities are recommended
 */
public record SchemeTerms(
    Long target,
    BigDecimal requiredShare,
    BigDecimal electiveShare,
    BigDecimal practiceShare,
    Span expiry,
    RecommendationTerms recommendations) {}
