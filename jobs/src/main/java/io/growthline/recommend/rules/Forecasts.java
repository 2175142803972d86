package io.growthline.recommend.rules;

import io.growthline.rulebook.RuleBook;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.recommendations.EmployeeRecommendations;
import io.growthline.schemas.recommendations.RecommendedActivity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Tells beside a list of recommendations how probable it is that each is completed, and in which
 * format someone will learn next. By one rule book on one day. Not for threads to share.
 */
public final class Forecasts {

  private final long ruleBook;
  private final int day;
  private final LogisticModel completion;
  private final LogisticModel format;
  private final Map<String, CourseTraits> activities;
  private final FormatInputs formatInputs;

  /**
   * @param completion null: none is in force
   * @param format null: none is in force
   * @param day days since 1970-01-01 in the scheme's zone
   */
  public Forecasts(RuleBook book, LogisticModel completion, LogisticModel format, int day) {
    this.ruleBook = book.ordinal();
    this.day = day;
    this.completion = completion;
    this.format = format;
    this.activities = CourseTraits.of(book, day);
    this.formatInputs = new FormatInputs(activities.values());
  }

  /** Whether it foretells by that rule book and these models on that day. */
  public boolean isFor(
      RuleBook book, LogisticModel ofCompletion, LogisticModel ofFormat, int today) {
    return ruleBook == book.ordinal()
        && day == today
        && Objects.equals(version(completion), version(ofCompletion))
        && Objects.equals(version(format), version(ofFormat));
  }

  private static String version(LogisticModel model) {
    return model == null ? null : model.version();
  }

  /** The list with what is foretold of it; the person is whom it is for. */
  public EmployeeRecommendations tell(EmployeeRecommendations list, FeatureVector person) {
    return new EmployeeRecommendations(
        list.employeeId(),
        list.version(),
        list.generatedAt(),
        list.noticeId(),
        list.modelVersion(),
        completion == null ? list.items() : withCompletion(list.items(), person),
        list.growth(),
        format == null || !person.employed() ? Map.of() : likelyFormats(person));
  }

  private List<RecommendedActivity> withCompletion(
      List<RecommendedActivity> items, FeatureVector person) {
    return items.stream()
        .map(
            item ->
                new RecommendedActivity(
                    item.activityId(),
                    item.titles(),
                    item.credits(),
                    item.score(),
                    completionProbability(item.activityId(), person),
                    item.reasons()))
        .toList();
  }

  /** Null where the rule book does not know the activity. */
  private Double completionProbability(String activityId, FeatureVector person) {
    CourseTraits course = activities.get(activityId);
    if (course == null) {
      return null;
    }
    double[] inputs = CompletionInputs.of(person, activityId, course, completion.rate(activityId));
    return completion.probabilities(inputs)[1];
  }

  private Map<String, Double> likelyFormats(FeatureVector person) {
    double[] probabilities = format.probabilities(formatInputs.of(person));
    Map<String, Double> byFormat = new TreeMap<>();
    for (int c = 0; c < probabilities.length; c++) {
      byFormat.put(format.classes().get(c), probabilities[c]);
    }
    return byFormat;
  }
}
