package io.growthline.training.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.recommend.rules.CompletionInputs;
import io.growthline.recommend.rules.CourseTraits;
import io.growthline.recommend.rules.FormatInputs;
import io.growthline.schemas.features.FeatureVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PastReaderTest {

  private static final Map<String, CourseTraits> COURSES =
      Map.of("a", Finishers.course("video"), "b", Finishers.course("case"));
  private static final PastReader READER = new PastReader(COURSES);

  @Test
  void whatIsBegunIsKnownByTheVectorBefore() {
    FeatureVector hired = vector(10, List.of(), Map.of());
    Past past =
        READER.of(
            List.of(
                vector(20, List.of("a"), Map.of()), hired, vector(30, List.of(), Map.of("a", 7))));
    assertThat(past.until()).isEqualTo(30);
    Begun begun = past.begun().get(0);
    assertThat(past.begun()).hasSize(1);
    assertThat(begun.at()).isEqualTo(20);
    assertThat(begun.completedAt()).isEqualTo(30);
    assertThat(begun.inputs())
        .isEqualTo(boxed(CompletionInputs.of(hired, "a", COURSES.get("a"), 0.5)));
    assertThat(past.picked())
        .containsExactly(
            new Picked(20, "video", boxed(new FormatInputs(COURSES.values()).of(hired))));
  }

  @Test
  void beforeTheFirstVectorNothingWasKnown() {
    Past past = READER.of(List.of(vector(5, List.of("a"), Map.of())));
    FeatureVector nothing = FeatureVector.unknown("p", 4);
    assertThat(past.begun().get(0).inputs())
        .isEqualTo(boxed(CompletionInputs.of(nothing, "a", COURSES.get("a"), 0.5)));
    assertThat(past.picked()).extracting(Picked::format).containsExactly("video");
  }

  @Test
  void ofACareerWhoseBeginningIsNotToldTheFirstVectorIsNoExample() {
    Past past =
        READER.of(
            List.of(
                vector(20, List.of("a"), Map.of()), vector(30, List.of("a", "b"), Map.of("a", 7))));
    assertThat(past.begun()).extracting(Begun::activityId).containsExactly("b");
    assertThat(past.picked()).extracting(Picked::format).containsExactly("case");
  }

  @Test
  void whatIsBegunAndCompletedBetweenTwoVectorsIsBoth() {
    FeatureVector hired = vector(0, List.of(), Map.of());
    Past past = READER.of(List.of(hired, vector(20, List.of(), Map.of("a", 7))));
    assertThat(past.begun()).extracting(Begun::at).containsExactly(20L);
    assertThat(past.begun()).extracting(Begun::completedAt).containsExactly(20L);
    Map<String, Object> withoutEnrolment = said(20);
    withoutEnrolment.put("completedOn", Map.of("a", 7));
    assertThat(READER.of(List.of(hired, Vectors.make(withoutEnrolment))).begun()).isEmpty();
  }

  @Test
  void whoLeavesACourseHasNotCompletedItAndBeginsItOnce() {
    Past past =
        READER.of(
            List.of(
                vector(10, List.of(), Map.of()),
                vector(20, List.of("a"), Map.of()),
                vector(30, List.of(), Map.of()),
                vector(40, List.of("a"), Map.of())));
    assertThat(past.begun()).hasSize(1);
    assertThat(past.begun().get(0).completedAt()).isNull();
  }

  @Test
  void whoTakesACourseAgainBeginsItAgain() {
    Past past =
        READER.of(
            List.of(
                vector(5, List.of("a"), Map.of()),
                vector(10, List.of(), Map.of("a", 5)),
                vector(20, List.of("a"), Map.of("a", 5)),
                vector(30, List.of(), Map.of("a", 9)),
                vector(40, List.of("a"), Map.of("a", 9))));
    assertThat(past.begun()).extracting(Begun::at).containsExactly(5L, 20L, 40L);
    assertThat(past.begun()).extracting(Begun::completedAt).containsExactly(10L, 30L, null);
  }

  @Test
  void aCompletionThatWasVoidedIsNone() {
    Past past =
        READER.of(
            List.of(
                vector(10, List.of(), Map.of("a", 5)),
                vector(20, List.of("a"), Map.of("a", 5)),
                vector(30, List.of("a"), Map.of("a", 3))));
    assertThat(past.begun()).extracting(Begun::completedAt).containsExactly((Long) null);
  }

  @Test
  void anotherClickOnTheSameIsNoFurtherChoice() {
    Past past =
        READER.of(
            List.of(
                clicked(10, Map.of()),
                clicked(20, Map.of("b", 1.0)),
                clicked(30, Map.of("b", 0.5)),
                clicked(40, Map.of("b", 1.5, "a", 1.0))));
    assertThat(past.picked()).extracting(Picked::format).containsExactly("case", "video");
    assertThat(past.picked()).extracting(Picked::at).containsExactly(20L, 40L);
  }

  @Test
  void whatTheRuleBookDoesNotKnowIsLeftOut() {
    Past past =
        READER.of(List.of(vector(10, List.of(), Map.of()), vector(20, List.of("z"), Map.of())));
    assertThat(past.begun()).isEmpty();
    assertThat(past.picked()).isEmpty();
  }

  /** What comes later may complete what was begun, and changes nothing else of any example. */
  @Property(tries = 200)
  void noExampleKnowsItsFuture(@ForAll long seed) {
    List<FeatureVector> vectors = Finishers.vectors(1, seed);
    int cut = 1 + new Random(seed).nextInt(vectors.size());
    PastReader reader = new PastReader(Finishers.courses());
    Past early = reader.of(vectors.subList(0, cut));
    List<FeatureVector> shuffled = new ArrayList<>(vectors);
    Collections.shuffle(shuffled, new Random(seed));
    Past all = reader.of(shuffled);
    assertThat(all.picked().subList(0, early.picked().size())).isEqualTo(early.picked());
    for (int i = 0; i < early.begun().size(); i++) {
      assertThat(all.begun().get(i).at()).isEqualTo(early.begun().get(i).at());
      assertThat(all.begun().get(i).inputs()).isEqualTo(early.begun().get(i).inputs());
    }
  }

  private static FeatureVector vector(
      long at, List<String> enrolled, Map<String, Integer> completed) {
    Map<String, Object> said = said(at);
    said.put("enrolledIn", enrolled);
    said.put("completedOn", completed);
    said.put("enrolments", (int) at / 5);
    said.put("taken", enrolled);
    return Vectors.make(said);
  }

  private static FeatureVector clicked(long at, Map<String, Double> interest) {
    Map<String, Object> said = said(at);
    said.put("activityInterest", interest);
    return Vectors.make(said);
  }

  private static Map<String, Object> said(long at) {
    return new HashMap<>(Map.of("employeeId", "p", "asOf", at, "knownAt", at));
  }

  private static List<Double> boxed(double[] inputs) {
    return Arrays.stream(inputs).boxed().toList();
  }
}
