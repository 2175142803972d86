package io.growthline.features.rules;

import io.growthline.facts.CreditStanding;
import io.growthline.schemas.features.FeatureVector;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * An employee's vectors through time. The one of an instant is made of what was stated by then, so
 * it is the same whatever came later.
 */
public final class FeatureHistory {

  private final FeatureRules rules;
  private final EmployeeProfile profile;
  private final List<Statement> statements;
  private final List<CreditStanding> standings;
  private final List<PeerStanding> peers;
  private int stated;
  private int stood;

  /**
   * @param statements in any order
   * @param standings the ledger's, in any order
   * @param peers where the employee stood among others, in any order
   */
  public FeatureHistory(
      String employeeId,
      FeatureRules rules,
      List<Statement> statements,
      List<CreditStanding> standings,
      List<PeerStanding> peers) {
    this.rules = rules;
    this.profile = new EmployeeProfile(employeeId, rules);
    this.statements = statements.stream().sorted(Statement.ORDER).toList();
    this.standings = standings.stream().sorted(CreditStanding.ORDER_OF_TELLING).toList();
    this.peers = peers;
  }

  /**
   * Tells a vector for each instant of change, and for each month's end of an employment.
   *
   * @param until the last instant, epoch milliseconds
   */
  public void tell(long until, Consumer<FeatureVector> vectors) {
    // Those of later months change nothing before: a vector sees its own month's only.
    peers.forEach(profile::add);
    NavigableSet<Long> changes = changes(until);
    long monthEnd = changes.isEmpty() ? Long.MAX_VALUE : rules.endOfMonth(changes.first());
    while (monthEnd <= until || !changes.isEmpty()) {
      Long change = changes.isEmpty() ? null : changes.first();
      if (change == null || monthEnd < change) {
        tellEndOfMonth(monthEnd, vectors);
        monthEnd = rules.endOfMonth(monthEnd + 1);
      } else {
        changes.pollFirst();
        passTo(change);
        vectors.accept(profile.vector(change, change));
        monthEnd = change == monthEnd ? rules.endOfMonth(monthEnd + 1) : monthEnd;
      }
    }
  }

  private void tellEndOfMonth(long instant, Consumer<FeatureVector> vectors) {
    if (profile.isEmployed(instant)) {
      vectors.accept(profile.vector(instant, instant));
    }
  }

  private NavigableSet<Long> changes(long until) {
    NavigableSet<Long> changes = new TreeSet<>();
    for (Statement statement : statements) {
      changes.add(statement.statedAt());
      changes.add(statement.holdsFrom());
    }
    for (CreditStanding standing : standings) {
      changes.add(standing.asOf());
    }
    return new TreeSet<>(changes.headSet(until, true));
  }

  private void passTo(long instant) {
    while (stated < statements.size() && statements.get(stated).statedAt() <= instant) {
      profile.add(statements.get(stated));
      stated++;
    }
    while (stood < standings.size() && standings.get(stood).asOf() <= instant) {
      profile.add(standings.get(stood));
      stood++;
    }
  }
}
