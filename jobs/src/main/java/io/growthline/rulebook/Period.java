package io.growthline.rulebook;

/**
 * The scheme's accounting period.
 *
 * @param anniversary counted from the day of hire instead of 1 January
 * @param carryOver most hundredths of a credit that stay spendable past its end; null: all
 */
public record Period(boolean anniversary, Long carryOver) {}
