package io.growthline.recommend.rules;

import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.RuleBookFile;
import io.growthline.rulebook.RuleBooks;
import io.growthline.schemas.features.FeatureVector;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts vectors together for tests: of someone of whom nothing is known, and what is added. */
public final class Learners {

  private String jobId;
  private String grade;
  private Integer tenureDays;
  private boolean employed = true;
  private List<String> preferredFormats = List.of();
  private long earned;
  private String nearestGoal;
  private final Map<String, Double> tagInterest = new HashMap<>();
  private final Map<String, Double> activityInterest = new HashMap<>();
  private final Map<String, Integer> skillLevels = new HashMap<>();
  private final Map<String, Integer> skillGaps = new HashMap<>();
  private final List<String> taken = new ArrayList<>();
  private final List<String> enrolledIn = new ArrayList<>();
  private final Map<String, Integer> completedOn = new HashMap<>();

  public static RuleBook book(String yaml) {
    return RuleBooks.from(
        RuleBookFile.read("rulebook.yaml", yaml.getBytes(StandardCharsets.UTF_8)).revision(1, 0));
  }

  public static int day(String date) {
    return (int) LocalDate.parse(date).toEpochDay();
  }

  public Learners job(String id, int tenure) {
    jobId = id;
    tenureDays = tenure;
    return this;
  }

  Learners grade(String id) {
    grade = id;
    return this;
  }

  Learners left() {
    employed = false;
    return this;
  }

  public Learners prefers(String... formats) {
    preferredFormats = List.of(formats);
    return this;
  }

  Learners earned(long hundredths, String goal) {
    earned = hundredths;
    nearestGoal = goal;
    return this;
  }

  Learners clicked(String activity, double clicks, String... tags) {
    activityInterest.put(activity, clicks);
    for (String tag : tags) {
      tagInterest.merge(tag, clicks, Double::sum);
    }
    return this;
  }

  Learners lacks(String skill, int level, int gap) {
    skillLevels.put(skill, level);
    skillGaps.put(skill, gap);
    return this;
  }

  Learners enrolled(String activity) {
    taken.add(activity);
    enrolledIn.add(activity);
    return this;
  }

  public Learners completed(String activity, String date) {
    taken.add(activity);
    completedOn.put(activity, day(date));
    return this;
  }

  public FeatureVector vector() {
    return new FeatureVector(
        "li-na",
        0,
        0,
        7,
        employed,
        jobId,
        grade,
        null,
        tenureDays,
        null,
        preferredFormats,
        earned,
        earned,
        0,
        0,
        0,
        0,
        0,
        0,
        nearestGoal,
        null,
        0,
        0,
        0,
        0,
        0,
        null,
        null,
        null,
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        tagInterest,
        skillLevels,
        skillGaps,
        Map.of(),
        Map.of(),
        Map.of(),
        taken,
        enrolledIn,
        completedOn,
        activityInterest,
        null,
        null,
        Map.of());
  }
}
