package io.growthline.features.rules;

import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.PerformanceEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What others are compared with of an employee at a month's end, by what had been stated by then.
 *
 * @param month the month's last millisecond: epoch milliseconds
 * @param teamId null: unknown
 * @param jobId null: unknown
 * @param earned lifetime credits, hundredths
 * @param metrics newest value by metric, turned so that more is better
 */
public record PeerFigures(
    String employeeId,
    long month,
    String teamId,
    String jobId,
    long earned,
    Map<String, Double> metrics) {

  /**
   * Puts them together.
   *
   * @param statements about people and performance; later ones do not count
   * @return null: the employee was nobody's peer, since not employed or nothing was known of them
   */
  public static PeerFigures of(
      String employeeId,
      FeatureRules rules,
      Iterable<Statement> statements,
      long month,
      long earned) {
    Set<StatementId> voided = new HashSet<>();
    List<Statement> stated = new ArrayList<>();
    for (Statement statement : statements) {
      if (statement.statedAt() <= month) {
        if (statement.voids() == null) {
          stated.add(statement);
        } else {
          voided.add(statement.voids());
        }
      }
    }
    List<HrEvent> people = new ArrayList<>();
    List<PerformanceEvent> performance = new ArrayList<>();
    for (Statement statement : stated) {
      if (!voided.contains(statement.id())) {
        if (statement.people() != null) {
          people.add(statement.people());
        } else if (statement.performance() != null) {
          performance.add(statement.performance());
        }
      }
    }
    Occupation person = Occupation.at(people, month, rules::dayOf);
    boolean isAnyonesPeer =
        person.employed() && (person.teamId() != null || person.jobId() != null);
    return isAnyonesPeer
        ? new PeerFigures(
            employeeId,
            month,
            person.teamId(),
            person.jobId(),
            earned,
            moreIsBetter(MetricHistory.of(performance).newest(), rules))
        : null;
  }

  private static Map<String, Double> moreIsBetter(Map<String, Double> values, FeatureRules rules) {
    Map<String, Double> turned = new TreeMap<>();
    values.forEach(
        (metric, value) -> {
          Boolean higherIsBetter = rules.higherIsBetter(metric);
          if (higherIsBetter != null) {
            // Added to 0 because -0.0 is no less than 0.0.
            turned.put(metric, higherIsBetter ? 0.0 + value : 0.0 - value);
          }
        });
    return turned;
  }

  /** The groups that the employee belonged to. */
  public List<Membership> memberships() {
    List<Membership> memberships = new ArrayList<>();
    if (teamId != null) {
      memberships.add(
          new Membership(
              new PeerGroup(PeerGroupKind.TEAM, teamId, month), employeeId, false, 0, Map.of()));
    }
    if (jobId != null) {
      memberships.add(
          new Membership(
              new PeerGroup(PeerGroupKind.JOB, jobId, month), employeeId, false, earned, metrics));
    }
    return memberships;
  }

  /**
   * What has to be told to the groups that know other figures of the employee.
   *
   * @param known null: none
   * @param present null: none any more
   */
  public static List<Membership> changes(PeerFigures known, PeerFigures present) {
    List<Membership> before = known == null ? List.of() : known.memberships();
    List<Membership> now = present == null ? List.of() : present.memberships();
    List<Membership> changes = new ArrayList<>(now);
    changes.removeAll(before);
    for (Membership membership : before) {
      if (now.stream().noneMatch(other -> other.group().equals(membership.group()))) {
        changes.add(membership.revoked());
      }
    }
    return changes;
  }
}
