package io.growthline.features.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Compares the members of one group. */
public final class PeerRanking {

  /** What all of them have of one measure, in order. */
  private record Field<T extends Comparable<T>>(List<T> values) {

    static <T extends Comparable<T>> Field<T> of(Stream<T> values) {
      return new Field<>(values.sorted().toList());
    }

    /** Share of the others that are less, equal ones counting half; null: there are no others. */
    Double percentile(T value) {
      if (values.size() < 2) {
        return null;
      }
      int less = before(value, false);
      int equal = before(value, true) - less - 1;
      return (less + equal / 2.0) / (values.size() - 1);
    }

    /** How many are less; or with equal ones, that one included. */
    private int before(T value, boolean withEqual) {
      int from = 0;
      int until = values.size();
      while (from < until) {
        int middle = (from + until) >>> 1;
        int order = values.get(middle).compareTo(value);
        if (order < 0 || (withEqual && order == 0)) {
          from = middle + 1;
        } else {
          until = middle;
        }
      }
      return from;
    }
  }

  private PeerRanking() {}

  /**
   * Where each of them stands.
   *
   * @param members all members of one group in one month, each once, in any order
   */
  public static List<PeerStanding> of(Collection<Membership> members) {
    Field<Long> earned = Field.of(members.stream().map(Membership::earned));
    Map<String, Field<Double>> metrics = new TreeMap<>();
    for (String metric : metricsOf(members)) {
      metrics.put(
          metric,
          Field.of(
              members.stream()
                  .map(member -> member.metrics().get(metric))
                  .filter(Objects::nonNull)));
    }
    List<PeerStanding> standings = new ArrayList<>();
    for (Membership member : members) {
      standings.add(
          member.group().kind() == PeerGroupKind.TEAM
              ? inTeam(member, members.size())
              : inJob(member, earned, metrics));
    }
    return standings;
  }

  private static Collection<String> metricsOf(Collection<Membership> members) {
    Collection<String> metrics = new TreeSet<>();
    members.forEach(member -> metrics.addAll(member.metrics().keySet()));
    return metrics;
  }

  private static PeerStanding inTeam(Membership member, int size) {
    return new PeerStanding(member.group(), member.employeeId(), false, size, null, Map.of());
  }

  private static PeerStanding inJob(
      Membership member, Field<Long> earned, Map<String, Field<Double>> metrics) {
    Map<String, Double> percentiles = new TreeMap<>();
    member
        .metrics()
        .forEach(
            (metric, value) -> {
              Double percentile = metrics.get(metric).percentile(value);
              if (percentile != null) {
                percentiles.put(metric, percentile);
              }
            });
    return new PeerStanding(
        member.group(),
        member.employeeId(),
        false,
        null,
        earned.percentile(member.earned()),
        percentiles);
  }
}
