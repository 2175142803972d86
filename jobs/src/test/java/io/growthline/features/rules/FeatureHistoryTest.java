package io.growthline.features.rules;

import static io.growthline.features.rules.Stated.LI_NA;
import static io.growthline.features.rules.Stated.learning;
import static io.growthline.features.rules.Stated.millis;
import static io.growthline.features.rules.Stated.people;
import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.schemas.events.HrKind;
import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.features.FeatureVector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Vectors through time: none knows what was stated later, and no order of arrival matters. */
class FeatureHistoryTest {

  private static final FeatureRules RULES = Stated.rules();
  private static final List<String> ACTIVITIES = List.of("intro", "cases", "kaizen", "plain");
  static final long FIRST = millis("2026-01-20T00:00:00Z");
  static final long UNTIL = millis("2026-04-20T00:00:00Z");
  private static final long HOUR_MILLIS = 3_600_000;

  @Test
  void thereIsAVectorForEachChangeAndEachMonthsEnd() {
    List<Statement> statements =
        List.of(
            people("h1", HrKind.HIRED, "seller", "2026-01-05T04:00:00Z", "2026-01-05T04:00:00Z"),
            learning("e1", LearningVerb.VIEWED, "intro", "2026-02-10T04:00:00Z"),
            people("h2", HrKind.LEFT, null, "2026-02-20T04:00:00Z", "2026-03-15T04:00:00Z"));
    assertThat(vectors(statements, millis("2026-06-01T00:00:00Z")))
        .extracting(vector -> Instant.ofEpochMilli(vector.asOf()).toString())
        .containsExactly(
            "2026-01-05T04:00:00Z",
            "2026-01-31T15:59:59.999Z",
            "2026-02-10T04:00:00Z",
            "2026-02-20T04:00:00Z",
            "2026-02-28T15:59:59.999Z",
            "2026-03-15T04:00:00Z");
  }

  @Test
  void ofOneInstantThereIsOneVector() {
    List<Statement> statements =
        List.of(
            learning("e1", LearningVerb.VIEWED, "intro", "2026-01-31T15:59:59.999Z"),
            learning("e2", LearningVerb.VIEWED, "cases", "2026-01-31T15:59:59.999Z"));
    assertThat(vectors(statements, millis("2026-02-01T00:00:00Z")))
        .singleElement()
        .satisfies(vector -> assertThat(vector.views()).isEqualTo(2));
  }

  @Property(tries = 300)
  void aVectorKnowsNothingOfWhatWasStatedLater(@ForAll("histories") List<Statement> statements) {
    for (long cut = FIRST; cut < UNTIL; cut += (UNTIL - FIRST) / 5) {
      long instant = cut;
      List<Statement> until = statedBy(instant, statements);
      assertThat(vectors(until, instant))
          .isEqualTo(
              vectors(statements, UNTIL).stream()
                  .filter(vector -> vector.asOf() <= instant)
                  .toList());
    }
  }

  @Property(tries = 300)
  void whateverComesInWhateverOrderTheVectorIsTheSame(
      @ForAll("histories") List<Statement> statements, @ForAll Random random) {
    EmployeeProfile inOrder = profile(statements);
    List<Statement> shuffled = new ArrayList<>(statements);
    Collections.shuffle(shuffled, random);
    EmployeeProfile live = new EmployeeProfile(LI_NA, RULES);
    for (Statement statement : shuffled) {
      live.add(statement);
      // Whatever was made on the way must not show later.
      live.vector(Math.max(live.newestAt(), FIRST), 0);
    }
    assertThat(live.vector(UNTIL, UNTIL)).isEqualTo(inOrder.vector(UNTIL, UNTIL));
  }

  /** What a comparison like the first of the two would have to notice. */
  @Test
  void aVectorThatKnowsAVoidBeforeItWasDeclaredIsNoticed() {
    List<Statement> statements =
        List.of(
            learning("e1", LearningVerb.COMPLETED, "cases", "2026-02-01T04:00:00Z"),
            learning("e2", LearningVerb.VIEWED, "cases", "2026-02-02T04:00:00Z"),
            Stated.learningVoided("e3", "e1", "2026-02-03T04:00:00Z"));
    FeatureVector leaky =
        profile(statements).vector(millis("2026-02-02T04:00:00Z"), millis("2026-02-02T04:00:00Z"));
    FeatureVector honest = vectors(statements, UNTIL).get(1);
    assertThat(honest.asOf()).isEqualTo(leaky.asOf());
    assertThat(honest.completions()).isEqualTo(1);
    assertThat(leaky.completions()).isZero();
  }

  @Provide
  Arbitrary<List<Statement>> histories() {
    return Arbitraries.randomValue(FeatureHistoryTest::history);
  }

  static List<Statement> history(Random random) {
    List<Statement> statements = new ArrayList<>();
    int length = 1 + random.nextInt(30);
    for (int i = 0; i < length; i++) {
      String at = time(random, FIRST);
      String id = "s" + i;
      String target = "s" + random.nextInt(length);
      statements.add(
          switch (random.nextInt(10)) {
            case 0 -> Stated.learningVoided(id, target, at);
            case 1 -> Stated.peopleVoided(id, target, at);
            case 2 -> Stated.salesVoided(id, target, at);
            case 3 -> people(id, kind(random), job(random), at, time(random, FIRST));
            case 4 -> Stated.sales(id, random.nextInt(50), "2026-01-01", "2026-02-01", at);
            case 5 -> Stated.salesBy(id, random.nextInt(50), "web", "2025-01-01", "2025-02-01", at);
            case 6 ->
                Stated.scored(
                    id,
                    verdict(random),
                    "kaizen",
                    at,
                    random.nextDouble(),
                    "p" + random.nextInt(3));
            default -> learning(id, verb(random), ACTIVITIES.get(random.nextInt(4)), at);
          });
    }
    return statements;
  }

  private static String time(Random random, long from) {
    // Whole hours, so that instants meet.
    long hours = (UNTIL - from) / HOUR_MILLIS;
    return Instant.ofEpochMilli(from + random.nextInt((int) hours) * HOUR_MILLIS).toString();
  }

  private static HrKind kind(Random random) {
    return List.of(HrKind.HIRED, HrKind.TRANSFERRED, HrKind.LEFT, HrKind.REHIRED)
        .get(random.nextInt(4));
  }

  private static String job(Random random) {
    return random.nextBoolean() ? "seller" : "manager";
  }

  private static LearningVerb verdict(Random random) {
    return random.nextBoolean() ? LearningVerb.APPROVED : LearningVerb.REJECTED;
  }

  private static LearningVerb verb(Random random) {
    return List.of(
            LearningVerb.VIEWED,
            LearningVerb.ENROLLED,
            LearningVerb.COMPLETED,
            LearningVerb.FAILED,
            LearningVerb.WITHDRAWN)
        .get(random.nextInt(5));
  }

  private static List<Statement> statedBy(long instant, List<Statement> statements) {
    return statements.stream().filter(statement -> statement.statedAt() <= instant).toList();
  }

  private static EmployeeProfile profile(List<Statement> statements) {
    EmployeeProfile profile = new EmployeeProfile(LI_NA, RULES);
    statements.stream().sorted(Statement.ORDER).forEach(profile::add);
    return profile;
  }

  private static List<FeatureVector> vectors(List<Statement> statements, long until) {
    List<FeatureVector> vectors = new ArrayList<>();
    new FeatureHistory(LI_NA, RULES, statements, List.of(), List.of()).tell(until, vectors::add);
    return vectors;
  }
}
