package io.growthline.features.rules;

import io.growthline.facts.CreditStanding;
import io.growthline.rulebook.Format;
import io.growthline.schemas.features.FeatureVector;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts a vector together: one line for each feature, in the catalogue's order.
 *
 * @param person at that instant
 * @param today local day of the instant
 */
record VectorMaker(
    FeatureRules rules,
    Occupation person,
    LearningRecord learning,
    MetricHistory metrics,
    CreditStanding credits,
    Peers peers,
    int today) {

  FeatureVector vector(String employeeId, long instant, long knownAt, long version) {
    Map<String, Integer> asked = rules.levelsAsked(person.jobId(), today);
    Map<String, Integer> levels = levels(asked);
    return new FeatureVector(
        employeeId,
        instant,
        knownAt,
        version,
        person.employed(),
        person.jobId(),
        person.grade(),
        person.teamId(),
        since(person.hiredOn()),
        since(person.jobSince()),
        person.preferredFormats(),
        credits.earned(),
        credits.available(),
        credits.required(),
        credits.elective(),
        credits.practice(),
        earnedIn(30),
        earnedIn(90),
        earnedIn(365),
        credits.nearestGoal(),
        credits.lacking(),
        learning.views(),
        learning.enrolments(),
        learning.completions(),
        learning.failures(),
        learning.withdrawals(),
        learning.completionRate(),
        learning.meanScore(),
        daysSinceActivity(),
        learning.seconds(),
        learning.clicked().of(Format.VIDEO),
        learning.clicked().of(Format.CASE),
        learning.clicked().of(Format.ARTICLE),
        learning.clicked().of(Format.LIVE),
        learning.clicked().of(Format.HANDS_ON),
        learning.completed().of(Format.VIDEO),
        learning.completed().of(Format.CASE),
        learning.completed().of(Format.ARTICLE),
        learning.completed().of(Format.LIVE),
        learning.completed().of(Format.HANDS_ON),
        learning.tagInterests().at(instant),
        levels,
        gaps(levels, asked),
        metrics.newest(),
        metrics.changeInNinetyDays(),
        metrics.changeInAYear(),
        learning.taken(),
        learning.enrolledIn(),
        learning.completedOn(),
        learning.activityInterests().at(instant),
        peers.teamSize(),
        peers.earnedPercentile(),
        peers.metricPercentiles());
  }

  private Integer since(Integer day) {
    return day == null ? null : Integer.valueOf(today - day);
  }

  private Integer daysSinceActivity() {
    return learning.newestAt() == null ? null : since(rules.dayOf(learning.newestAt()));
  }

  /** Credits earned today and on the days before, so many in all. */
  private long earnedIn(int days) {
    return credits.earnedSince(today + 1 - days);
  }

  private Map<String, Integer> levels(Map<String, Integer> asked) {
    Map<String, Integer> levels = new TreeMap<>();
    asked.keySet().forEach(skill -> levels.put(skill, learning.levelOf(skill, today)));
    return levels;
  }

  private static Map<String, Integer> gaps(
      Map<String, Integer> levels, Map<String, Integer> asked) {
    Map<String, Integer> gaps = new TreeMap<>();
    asked.forEach((skill, level) -> gaps.put(skill, Math.max(0, level - levels.get(skill))));
    return gaps;
  }
}
