package io.growthline.local.statement;

import java.math.BigDecimal;
import java.util.List;

/**
 * An employee's credit history, like a bank statement.
 *
 * @param entries in the order in which they count
 * @param gaps what is missing to goals not yet held
 */
public record Statement(
    String employeeId,
    List<Entry> entries,
    Balance balance,
    List<Refusal> refusals,
    List<Held> held,
    List<Gap> gaps) {

  /**
   * A posting.
   *
   * @param day local day it counts from, ISO-8601
   * @param what the activity's title, or what was done
   * @param change change of the spendable credits
   */
  public record Entry(String day, String what, BigDecimal change) {}

  /** What it all adds up to; null where the ledger tells no balance. */
  public record Balance(
      BigDecimal earned,
      BigDecimal available,
      BigDecimal required,
      BigDecimal elective,
      BigDecimal practice) {}

  /**
   * An event that earned nothing, or less than usual, or a command that was refused.
   *
   * @param what the activity's title, or the command's id
   */
  public record Refusal(String day, String what, String outcome, String detail) {}

  /** A goal held. */
  public record Held(String goal, String sinceDay) {}

  /**
   * A requirement that is not met.
   *
   * @param missing ids of activities still to complete as JSON text, {@code []} or null if none
   */
  public record Gap(
      String goal,
      String requirement,
      String unit,
      BigDecimal current,
      BigDecimal target,
      BigDecimal gap,
      String missing) {}
}
