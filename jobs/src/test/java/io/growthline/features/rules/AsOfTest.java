package io.growthline.features.rules;

import static io.growthline.features.rules.FeatureHistoryTest.FIRST;
import static io.growthline.features.rules.FeatureHistoryTest.UNTIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.facts.CreditStanding;
import io.growthline.schemas.events.HrKind;
import io.growthline.schemas.features.FeatureVector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A vector knows nothing that was stated after its instant, neither of its employee nor of others:
 * each of a thousand is made again from what had been stated by its very instant, and is the same
 * in every column. The same comparison finds leaks that are planted.
 */
class AsOfTest {

  private static final int EMPLOYEES = 80;
  private static final int VECTORS = 1_000;
  private static final FeatureRules RULES = Stated.rules();

  /** What came in about one employee. */
  private record Input(List<Statement> statements, List<CreditStanding> standings) {

    Input statedBy(long instant) {
      return new Input(
          statements.stream().filter(statement -> statement.statedAt() <= instant).toList(),
          standings.stream().filter(standing -> standing.asOf() <= instant).toList());
    }
  }

  /** How vectors are made, the right way or with a leak. */
  private static class Making {

    /** What of the input is known of an employee when the vectors are made. */
    Input known(Input input) {
      return input;
    }

    List<PeerFigures> figures(String employeeId, Input input, long until) {
      List<PeerFigures> figures = new ArrayList<>();
      new PeerHistory(employeeId, RULES, input.statements, input.standings)
          .tell(until, figures::add);
      return figures;
    }

    /** The vectors of one employee, of all that came in about everyone. */
    final List<FeatureVector> vectors(String employeeId, Map<String, Input> company, long until) {
      Map<PeerGroup, List<Membership>> groups = new HashMap<>();
      company.forEach(
          (id, input) ->
              figures(id, input, until).stream()
                  .flatMap(figures -> figures.memberships().stream())
                  .forEach(
                      member ->
                          groups
                              .computeIfAbsent(member.group(), group -> new ArrayList<>())
                              .add(member)));
      List<PeerStanding> peers = new ArrayList<>();
      for (List<Membership> members : groups.values()) {
        if (members.stream().anyMatch(member -> member.employeeId().equals(employeeId))) {
          PeerRanking.of(members).stream()
              .filter(standing -> standing.employeeId().equals(employeeId))
              .forEach(peers::add);
        }
      }
      Input own = known(company.get(employeeId));
      List<FeatureVector> vectors = new ArrayList<>();
      new FeatureHistory(employeeId, RULES, own.statements, own.standings, peers)
          .tell(until, vectors::add);
      return vectors;
    }

    /** How many of the vectors are others when they are made of what had been stated by then. */
    final int differences(Map<String, Input> company) {
      List<FeatureVector> all = new ArrayList<>();
      company.keySet().forEach(id -> all.addAll(vectors(id, company, UNTIL)));
      assertThat(all).hasSizeGreaterThanOrEqualTo(VECTORS);
      Collections.shuffle(all, new Random(3));
      int differences = 0;
      for (FeatureVector vector : all.subList(0, VECTORS)) {
        Map<String, Input> then = new HashMap<>();
        company.forEach((id, input) -> then.put(id, input.statedBy(vector.asOf())));
        List<FeatureVector> madeThen = vectors(vector.employeeId(), then, vector.asOf());
        boolean same = !madeThen.isEmpty() && madeThen.get(madeThen.size() - 1).equals(vector);
        differences += same ? 0 : 1;
      }
      return differences;
    }
  }

  @Test
  void aThousandVectorsAreTheSameMadeOfWhatHadBeenStatedByTheirInstant() {
    assertThat(new Making().differences(company())).isZero();
  }

  @Test
  void manyOfThemKnowWhereTheEmployeeStands() {
    Map<String, Input> company = company();
    List<FeatureVector> all = new ArrayList<>();
    company.keySet().forEach(id -> all.addAll(new Making().vectors(id, company, UNTIL)));
    assertThat(all.stream().filter(vector -> vector.teamSize() != null).count())
        .isGreaterThan(VECTORS / 4);
    assertThat(all.stream().filter(vector -> vector.earnedPercentile() != null).count())
        .isGreaterThan(VECTORS / 4);
    assertThat(all.stream().filter(vector -> !vector.metricPercentiles().isEmpty()).count())
        .isGreaterThan(VECTORS / 20);
  }

  @Test
  void itIsFoundIfAMonthKnowsWhatWasStatedInTheNextDaysOfOthers() {
    Making leaking =
        new Making() {
          @Override
          List<PeerFigures> figures(String employeeId, Input input, long until) {
            List<PeerFigures> figures = new ArrayList<>();
            for (PeerFigures honest : super.figures(employeeId, input, until)) {
              long tenDaysOn = honest.month() + Duration.ofDays(10).toMillis();
              PeerFigures knowing =
                  PeerFigures.of(employeeId, RULES, input.statements, tenDaysOn, honest.earned());
              if (knowing != null) {
                figures.add(
                    new PeerFigures(
                        employeeId,
                        honest.month(),
                        knowing.teamId(),
                        knowing.jobId(),
                        knowing.earned(),
                        knowing.metrics()));
              }
            }
            return figures;
          }
        };
    assertThat(leaking.differences(company())).isPositive();
  }

  @Test
  void itIsFoundIfAVectorKnowsOfVoidsBeforeTheyAreDeclared() {
    Making leaking =
        new Making() {
          @Override
          Input known(Input input) {
            List<StatementId> voided = input.statements.stream().map(Statement::voids).toList();
            return new Input(
                input.statements.stream()
                    .filter(statement -> !voided.contains(statement.id()))
                    .toList(),
                input.standings);
          }
        };
    assertThat(leaking.differences(company())).isPositive();
  }

  private static Map<String, Input> company() {
    Random random = new Random(20260331);
    Map<String, Input> company = new TreeMap<>();
    for (int i = 0; i < EMPLOYEES; i++) {
      company.put("e" + i, new Input(statements("e" + i, random), standings("e" + i, random)));
    }
    return company;
  }

  private static List<Statement> statements(String employeeId, Random random) {
    List<Statement> statements = new ArrayList<>(FeatureHistoryTest.history(random));
    for (int i = 0; i < 3; i++) {
      statements.add(
          Stated.post(
              employeeId,
              "post" + i,
              i == 0 ? HrKind.HIRED : HrKind.TRANSFERRED,
              random.nextBoolean() ? "north" : "south",
              random.nextBoolean() ? "seller" : "manager",
              Instant.ofEpochMilli(instant(random)).toString()));
      statements.add(
          Stated.measured(
              employeeId,
              "measured" + i,
              random.nextBoolean() ? "sales" : "complaints",
              random.nextInt(20),
              Instant.ofEpochMilli(instant(random)).toString()));
    }
    return statements;
  }

  private static List<CreditStanding> standings(String employeeId, Random random) {
    List<CreditStanding> standings = new ArrayList<>();
    long at = FIRST;
    for (int version = 1; version <= 5; version++) {
      at += 1 + random.nextInt((int) Duration.ofDays(20).toMillis());
      long earned = 100L * random.nextInt(8);
      standings.add(
          new CreditStanding(
              employeeId,
              at,
              version,
              1,
              earned,
              earned,
              0,
              earned,
              0,
              null,
              null,
              List.of(),
              null));
    }
    return standings;
  }

  private static long instant(Random random) {
    return FIRST + (long) (random.nextDouble() * (UNTIL - FIRST));
  }
}
