package io.growthline.features.rules;

import io.growthline.facts.CreditStanding;
import java.util.List;
import java.util.function.Consumer;

/** An employee's {@link PeerFigures} at each month's end. */
public final class PeerHistory {

  private final String employeeId;
  private final FeatureRules rules;
  private final List<Statement> statements;
  private final List<CreditStanding> standings;

  /**
   * @param statements about people and performance, in any order
   * @param standings what the ledger said at each instant, in any order
   */
  public PeerHistory(
      String employeeId,
      FeatureRules rules,
      List<Statement> statements,
      List<CreditStanding> standings) {
    this.employeeId = employeeId;
    this.rules = rules;
    this.statements = statements.stream().sorted(Statement.ORDER).toList();
    this.standings = standings.stream().sorted(CreditStanding.ORDER_OF_TELLING).toList();
  }

  /**
   * Tells the figures of each month that was over, if there are any.
   *
   * @param until the last instant, epoch milliseconds
   */
  public void tell(long until, Consumer<PeerFigures> figures) {
    if (statements.isEmpty()) {
      return;
    }
    long month = rules.endOfMonth(statements.get(0).statedAt());
    int stood = 0;
    long earned = 0;
    while (month <= until) {
      while (stood < standings.size() && standings.get(stood).asOf() <= month) {
        earned = standings.get(stood).earned();
        stood++;
      }
      PeerFigures present = PeerFigures.of(employeeId, rules, statements, month, earned);
      if (present != null) {
        figures.accept(present);
      }
      month = rules.endOfMonth(month + 1);
    }
  }
}
