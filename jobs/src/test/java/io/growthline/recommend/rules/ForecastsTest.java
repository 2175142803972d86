package io.growthline.recommend.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.growthline.rulebook.RuleBook;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.recommendations.EmployeeRecommendations;
import io.growthline.schemas.recommendations.RecommendedActivity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is told beside a list, and by what. */
class ForecastsTest {

  private static final int TODAY = Learners.day("2026-03-10");

  private static final RuleBook BOOK =
      Learners.book(
          """
          scheme: {zone: UTC}
          activities:
            - {id: film, kind: course, category: required, credits: 1, format: video}
            - {id: story, kind: course, category: elective, credits: 1, format: case}
          """);

  /** Goes by one input alone. */
  private static LogisticModel model(
      ForecastKind kind, List<String> classes, String input, double weight, String favoured) {
    double[][] weights = new double[classes.size()][kind.features().size() + 1];
    weights[classes.indexOf(favoured)][kind.features().indexOf(input)] = weight;
    double[][] asIs = new double[classes.size()][];
    Arrays.fill(asIs, new double[] {1, 0});
    return new LogisticModel(
        "v1", classes, kind.features(), weights, asIs, Map.of("", 0.5, "film", 0.9));
  }

  private static EmployeeRecommendations told(Forecasts forecasts, Learners learner) {
    FeatureVector person = learner.vector();
    return forecasts.tell(new Recommender(BOOK, null, TODAY).recommend(person, null, 0), person);
  }

  private static Double probability(EmployeeRecommendations list, String activity) {
    return list.items().stream()
        .filter(item -> item.activityId().equals(activity))
        .map(RecommendedActivity::completionProbability)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCourseIsCompletedAsTheModelSaysOfItAndOfThePerson() {
    LogisticModel byRate =
        model(
            ForecastKind.COMPLETION,
            ForecastKind.COMPLETION.classes(),
            "course/rate",
            1,
            "completed");
    EmployeeRecommendations list = told(new Forecasts(BOOK, byRate, null, TODAY), new Learners());
    assertThat(probability(list, "film")).isCloseTo(0.9, within(1e-9));
    assertThat(probability(list, "story")).isCloseTo(0.5, within(1e-9));
    assertThat(list.likelyFormats()).isEmpty();
    LogisticModel byFormat =
        model(
            ForecastKind.COMPLETION,
            ForecastKind.COMPLETION.classes(),
            "course/preferred-format",
            2,
            "completed");
    list = told(new Forecasts(BOOK, byFormat, null, TODAY), new Learners().prefers("case"));
    assertThat(probability(list, "story")).isGreaterThan(0.8);
    assertThat(probability(list, "film")).isEqualTo(0.5);
  }

  @Test
  void e4TheFormatDeclaredIsMoreLikely() {
    LogisticModel format =
        model(ForecastKind.FORMAT, List.of("video", "case"), "preferred/case", 2, "case");
    Forecasts forecasts = new Forecasts(BOOK, null, format, TODAY);
    Map<String, Double> likely = told(forecasts, new Learners().prefers("case")).likelyFormats();
    assertThat(likely).containsOnlyKeys("video", "case");
    assertThat(likely.get("case")).isCloseTo(1 / (1 + Math.exp(-2)), within(1e-9));
    assertThat(told(forecasts, new Learners()).likelyFormats())
        .isEqualTo(Map.of("video", 0.5, "case", 0.5));
    assertThat(told(forecasts, new Learners().left()).likelyFormats()).isEmpty();
  }

  @Test
  void withoutModelsTheListIsAsItWas() {
    FeatureVector person = new Learners().vector();
    EmployeeRecommendations list = new Recommender(BOOK, null, TODAY).recommend(person, null, 0);
    Forecasts forecasts = new Forecasts(BOOK, null, null, TODAY);
    assertThat(forecasts.tell(list, person)).isEqualTo(list);
    assertThat(forecasts.isFor(BOOK, null, null, TODAY)).isTrue();
    assertThat(forecasts.isFor(BOOK, null, null, TODAY + 1)).isFalse();
  }

  @Test
  void anActivityIsWhatTheRuleBookSaysOfIt() {
    Map<String, CourseTraits> traits = CourseTraits.of(BOOK, TODAY);
    assertThat(traits).containsOnlyKeys("film", "story");
    assertThat(traits.get("film").format()).isEqualTo("video");
    assertThat(traits.get("film").course()).isTrue();
    assertThat(traits.get("film").level()).isZero();
  }
}
