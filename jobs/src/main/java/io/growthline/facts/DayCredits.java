package io.growthline.facts;

/**
 * Credits earned with effect on one local day.
 *
 * @param day days since 1970-01-01
 * @param earned hundredths of a credit; negative where more was taken back
 */
public record DayCredits(int day, long earned) {}
