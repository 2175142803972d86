package io.growthline.local.statement;

import java.math.BigDecimal;
import java.util.List;

/**
 * An employee's credit history, like a bank statement.
 *
 * @param opening what there was before the first entry; null if there is no entry
 * @param entries in the order in which they count
 * @param expiringNext null if nothing expires
 * @param requests those that no entry tells of: declined, or free of charge
 * @param refusals what was learnt and earned nothing, or less than usual
 * @param gaps what is missing to goals not yet held
 */
public record Statement(
    String employeeId,
    Opening opening,
    List<Entry> entries,
    Balance balance,
    Expiry expiringNext,
    List<Answer> requests,
    List<Answer> refusals,
    List<Held> held,
    List<Gap> gaps) {

  /** Credits before the first entry: nothing, unless older tables are no longer there. */
  public record Opening(BigDecimal earned, BigDecimal available) {}

  /**
   * A posting.
   *
   * @param day local day it counts from, ISO-8601
   * @param what in words
   * @param earned change of the lifetime's credits
   * @param available change of the spendable credits
   */
  public record Entry(String day, String what, BigDecimal earned, BigDecimal available) {}

  /** What it all adds up to; null where the ledger tells no balance. */
  public record Balance(
      BigDecimal earned,
      BigDecimal available,
      BigDecimal required,
      BigDecimal elective,
      BigDecimal practice,
      BigDecimal redeemed,
      BigDecimal expired,
      BigDecimal lapsed,
      BigDecimal debt) {}

  /** Credits that are lost at the end of that local day unless they are spent. */
  public record Expiry(BigDecimal credits, String day) {}

  /**
   * What was said to a request or an event.
   *
   * @param what the activity's title, or the request's id
   * @param detail the figures, or null
   */
  public record Answer(String day, String what, String outcome, String detail) {}

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
