package io.growthline.local.comparison;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a second replay has other than a first.
 *
 * @param employees those with the largest differences, the largest first
 * @param goals those that someone newly reaches or loses
 */
public record Comparison(
    long employeesA,
    long employeesB,
    List<Total> totals,
    List<Employee> employees,
    List<Goal> goals) {

  /**
   * Credits of all employees together.
   *
   * @param measure column of the balances
   * @param gain how many employees have more of it in the second
   * @param lose how many have less
   */
  public record Total(
      String measure, BigDecimal a, BigDecimal b, long gain, long lose, long same) {}

  /** An employee whose credits differ. */
  public record Employee(
      String employeeId,
      BigDecimal earnedA,
      BigDecimal earnedB,
      BigDecimal availableA,
      BigDecimal availableB) {}

  /** How many hold a goal. */
  public record Goal(String goalId, long heldA, long heldB, long newlyReached, long lost) {}
}
