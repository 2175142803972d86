package io.growthline.local.recovery;

import io.growthline.oracle.History;
import io.growthline.oracle.Oracle;
import io.growthline.oracle.OracleResult;
import io.growthline.oracle.OracleResult.Cause;
import io.growthline.oracle.OracleResult.Verdict;
import io.growthline.oracle.RecordedOutcome;
import io.growthline.rulebook.RuleBook;
import io.growthline.schemas.avro.ContentHash;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the oracle says of all employees.
 *
 * @param byEmployee its result by employee
 */
record ExpectedLedger(Map<String, OracleResult> byEmployee) {

  /**
   * Asks the oracle.
   *
   * @param decided what the job decided: answers to requests for rewards are facts
   * @param until the end of the clock, epoch milliseconds
   */
  static ExpectedLedger of(
      Map<String, History> histories,
      RuleBook book,
      Map<String, List<Decision>> decided,
      long until) {
    Oracle oracle = new Oracle(event -> ContentHash.of((Record) event));
    Map<String, OracleResult> byEmployee = new TreeMap<>();
    histories.forEach(
        (employee, h) ->
            byEmployee.put(
                employee,
                oracle.judge(
                    book,
                    h.hr(),
                    h.learning(),
                    h.commands(),
                    answers(decided.get(employee)),
                    until)));
    return new ExpectedLedger(byEmployee);
  }

  private static Map<Cause, RecordedOutcome> answers(List<Decision> decided) {
    Map<Cause, RecordedOutcome> answers = new HashMap<>();
    for (Decision decision : decided == null ? List.<Decision>of() : decided) {
      if (decision.activityId() == null && decision.outcome() != Outcome.CONFLICT) {
        answers.put(cause(decision), new RecordedOutcome(decision.outcome(), decision.credits()));
      }
    }
    return answers;
  }

  Map<String, Standing> standings() {
    Map<String, Standing> standings = new TreeMap<>();
    byEmployee.forEach((employee, result) -> standings.put(employee, Standing.of(result)));
    return standings;
  }

  /**
   * Expected decisions that are not the last word on their event, and conflicts told too often or
   * not at all. An event may have been judged otherwise while something about it was yet to come.
   */
  List<String> missing(Map<String, List<Decision>> decisions) {
    List<String> missing = new ArrayList<>();
    byEmployee.forEach(
        (employee, result) -> {
          List<Decision> told = decisions.getOrDefault(employee, List.of());
          for (Verdict verdict : result.decisions()) {
            boolean asExpected =
                verdict.outcome() == Outcome.CONFLICT
                    ? conflicts(told, verdict.cause()) == conflicts(result, verdict.cause())
                    : lastWord(told, verdict.cause()) == verdict.outcome();
            if (!asExpected) {
              missing.add(employee + " " + verdict);
            }
          }
        });
    return missing;
  }

  private static long conflicts(List<Decision> told, Cause cause) {
    return told.stream()
        .filter(d -> cause(d).equals(cause) && d.outcome() == Outcome.CONFLICT)
        .count();
  }

  private static long conflicts(OracleResult result, Cause cause) {
    return result.decisions().stream()
        .filter(verdict -> verdict.equals(new Verdict(cause, Outcome.CONFLICT)))
        .count();
  }

  private static Outcome lastWord(List<Decision> told, Cause cause) {
    return told.stream()
        .filter(d -> cause(d).equals(cause) && d.outcome() != Outcome.CONFLICT)
        .map(Decision::outcome)
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  private static Cause cause(Decision decision) {
    return new Cause(decision.source(), decision.eventId());
  }
}
