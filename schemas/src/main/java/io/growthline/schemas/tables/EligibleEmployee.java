package io.growthline.schemas.tables;

/**
 * An employee who holds a goal now.
 *
 * @param since when the goal was reached: epoch milliseconds, UTC
 * @param firing how often it was reached so far
 * @param version number of distinct facts taken into account; the highest is the truth
 * @param asOf the instant it speaks of: epoch milliseconds, UTC
 */
public record EligibleEmployee(
    String goalId, String employeeId, long since, int firing, long version, long asOf) {}
