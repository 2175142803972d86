package io.growthline.ledger.rules;

import io.growthline.schemas.ledger.Category;

/**
 * Credits given or taken by hand.
 *
 * @param day local day
 * @param credits hundredths of a credit, signed
 * @param category UNKNOWN where none was given: then they count in the total only
 */
public record Adjustment(int day, long credits, Category category) {}
