package io.growthline.features.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** How members of a group are compared. */
class PeerRankingTest {

  private static final PeerGroup SELLERS = new PeerGroup(PeerGroupKind.JOB, "seller", 1);
  private static final PeerGroup NORTH = new PeerGroup(PeerGroupKind.TEAM, "north", 1);

  private static Membership seller(String id, long earned, Map<String, Double> metrics) {
    return new Membership(SELLERS, id, false, earned, metrics);
  }

  private static Map<String, PeerStanding> ranked(List<Membership> members) {
    return PeerRanking.of(members).stream()
        .collect(Collectors.toMap(PeerStanding::employeeId, standing -> standing));
  }

  @Test
  void thoseWhoHaveAsMuchCountHalf() {
    Map<String, PeerStanding> standings =
        ranked(
            List.of(
                seller("a", 300, Map.of()),
                seller("b", 200, Map.of()),
                seller("c", 200, Map.of()),
                seller("d", 0, Map.of()),
                seller("e", -5, Map.of())));
    assertThat(standings.get("a").earnedPercentile()).isEqualTo(1.0);
    assertThat(standings.get("b").earnedPercentile()).isEqualTo(0.625);
    assertThat(standings.get("c").earnedPercentile()).isEqualTo(0.625);
    assertThat(standings.get("d").earnedPercentile()).isEqualTo(0.25);
    assertThat(standings.get("e").earnedPercentile()).isEqualTo(0.0);
  }

  @Test
  void whoIsAloneIsComparedWithNobody() {
    PeerStanding alone = ranked(List.of(seller("a", 300, Map.of("sales", 1.0)))).get("a");
    assertThat(alone.earnedPercentile()).isNull();
    assertThat(alone.metricPercentiles()).isEmpty();
  }

  @Test
  void byAMetricOnlyThoseAreComparedWhoHaveAValue() {
    Map<String, PeerStanding> standings =
        ranked(
            List.of(
                seller("a", 0, Map.of("sales", 10.0, "visits", 1.0)),
                seller("b", 0, Map.of("sales", 30.0)),
                seller("c", 0, Map.of("sales", 20.0)),
                seller("d", 0, Map.of())));
    assertThat(standings.get("a").metricPercentiles()).isEqualTo(Map.of("sales", 0.0));
    assertThat(standings.get("b").metricPercentiles()).isEqualTo(Map.of("sales", 1.0));
    assertThat(standings.get("c").metricPercentiles()).isEqualTo(Map.of("sales", 0.5));
    assertThat(standings.get("d").metricPercentiles()).isEmpty();
  }

  @Test
  void aTeamIsCounted() {
    List<Membership> team =
        List.of(
            new Membership(NORTH, "a", false, 0, Map.of()),
            new Membership(NORTH, "b", false, 0, Map.of()));
    assertThat(ranked(team).get("a"))
        .isEqualTo(new PeerStanding(NORTH, "a", false, 2, null, Map.of()));
  }

  @Property(tries = 200)
  void percentilesAreWhatComparingEachWithEachGives(
      @ForAll @Size(min = 2, max = 40) List<@IntRange(max = 12) Integer> credits) {
    List<Membership> members = new ArrayList<>();
    for (int i = 0; i < credits.size(); i++) {
      members.add(seller("s" + i, credits.get(i), Map.of()));
    }
    Map<String, PeerStanding> standings = ranked(members);
    for (int i = 0; i < credits.size(); i++) {
      int halves = -1;
      for (int other : credits) {
        halves += credits.get(i) > other ? 2 : 0;
        halves += credits.get(i) == other ? 1 : 0;
      }
      assertThat(standings.get("s" + i).earnedPercentile())
          .isEqualTo(halves / 2.0 / (credits.size() - 1));
    }
  }
}
