package io.growthline.rulebook;

import java.util.Map;

/**
 * A reward's definition as in force from one date until the next.
 *
 * @param cost hundredths of a credit; null while no dated value is in force yet
 * @param limitCount redemptions allowed per window, or null: no limit
 * @param limitPer the window, or null
 * @param candidate not offered yet, may be put forward by a proposal
 */
public record RewardTerms(
    Map<String, String> titles,
    Long cost,
    Integer limitCount,
    Window limitPer,
    Who who,
    Offer offer,
    boolean candidate) {}
