package io.growthline.training.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.schemas.features.FeatureVector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PersonHistoryTest {

  @Test
  void whatIsNewWasTakenThenAndWhatWasKnownIsTheVectorBefore() {
    FeatureVector hired = Vectors.at(10);
    FeatureVector first = Vectors.at(20, "a");
    FeatureVector both = Vectors.at(30, "a", "b", "c");
    PersonHistory history = PersonHistory.of(List.of(both, hired, first));
    assertThat(history.examples())
        .containsExactly(
            new Example(20, hired, List.of("a")), new Example(30, first, List.of("b", "c")));
    assertThat(history.until()).isEqualTo(30);
    assertThat(history.takings()).isEqualTo(3);
  }

  @Test
  void whatIsRequiredIsKnownButNotLookedFor() {
    FeatureVector required = Vectors.at(10, "safety");
    FeatureVector more = Vectors.at(20, "safety", "a", "culture");
    PersonHistory history = PersonHistory.of(List.of(required, more));
    assertThat(history.voluntary(Set.of("safety", "culture")).examples())
        .containsExactly(new Example(20, required, List.of("a")));
    assertThat(history.voluntary(Set.of("safety", "culture", "a")).examples()).isEmpty();
  }

  @Test
  void beforeTheFirstVectorNothingWasKnown() {
    PersonHistory history = PersonHistory.of(List.of(Vectors.at(10, "a")));
    assertThat(history.examples()).containsExactly(new Example(10, null, List.of("a")));
  }

  @Test
  void ofOneInstantTheVectorKnownLastCounts() {
    FeatureVector early = Vectors.at(10, 11, "a");
    FeatureVector late = Vectors.at(10, 12, "a", "b");
    FeatureVector next = Vectors.at(20, 20, "a", "b", "c");
    PersonHistory history = PersonHistory.of(List.of(late, next, early, late));
    assertThat(history.examples())
        .containsExactly(
            new Example(10, null, List.of("a", "b")), new Example(20, late, List.of("c")));
  }

  @Test
  void whatWasVoidedAndToldAgainWasTakenOnce() {
    PersonHistory history =
        PersonHistory.of(
            List.of(Vectors.at(1, "a"), Vectors.at(2), Vectors.at(3, "a"), Vectors.at(4, "b")));
    assertThat(history.examples())
        .extracting(Example::taken)
        .containsExactly(List.of("a"), List.of("b"));
  }

  /** A leak would be a vector that has what its example is about. */
  @Property(tries = 200)
  void noExampleKnowsItsFuture(@ForAll long seed) {
    Random random = new Random(seed);
    List<FeatureVector> vectors = new ArrayList<>();
    List<String> taken = new ArrayList<>();
    for (int at = 0; at < 40; at++) {
      if (random.nextInt(3) == 0) {
        taken.add("course-" + taken.size());
      }
      vectors.add(Vectors.at(at / 2, at, taken.toArray(String[]::new)));
    }
    Collections.shuffle(vectors, random);
    PersonHistory history = PersonHistory.of(vectors);
    assertThat(knowsTheFuture(history)).isFalse();
    assertThat(history.takings()).isEqualTo(taken.size());
  }

  @Test
  void aPlantedLeakIsFound() {
    FeatureVector ofTheSameInstant = Vectors.at(20, "a");
    assertThat(
            knowsTheFuture(
                new PersonHistory(
                    "p", 20, List.of(new Example(20, ofTheSameInstant, List.of("a"))))))
        .isTrue();
  }

  private static boolean knowsTheFuture(PersonHistory history) {
    return history.examples().stream()
        .anyMatch(
            example ->
                example.known() != null
                    && (example.known().asOf() >= example.at()
                        || example.known().taken().stream().anyMatch(example.taken()::contains)));
  }

  @Test
  void aHistoryCutOffKnowsNothingOfLater() {
    PersonHistory history =
        PersonHistory.of(List.of(Vectors.at(1, "a"), Vectors.at(2, "a", "b"), Vectors.at(3)));
    assertThat(history.before(2).takenFrom(0, 50)).containsExactly("a");
    assertThat(history.takenFrom(0, 50)).containsExactly("a", "b");
    assertThat(history.takenFrom(0, 1)).containsExactly("a");
  }
}
