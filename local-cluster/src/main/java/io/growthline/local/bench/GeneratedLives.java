package io.growthline.local.bench;

import io.growthline.features.rules.FeatureHistory;
import io.growthline.features.rules.FeatureRules;
import io.growthline.features.rules.Statement;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.HrKind;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.events.PerformanceEvent;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.training.fit.Interactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What the features make of generated people's lives: eighteen months in a job, in which they look
 * at, begin and complete the courses they take, and sell something each quarter.
 *
 * @param people what they take
 * @param rules of the company's rule book
 */
record GeneratedLives(Interactions people, FeatureRules rules) {

  private static final long HIRED = Instant.parse("2025-01-06T08:00:00Z").toEpochMilli();
  private static final long DAY = TimeUnit.DAYS.toMillis(1);
  private static final int DAYS = 540;
  private static final int DAYS_OF_QUARTER = 90;
  private static final String SOURCE = "bench";

  /** Every vector of a person, in order. */
  List<FeatureVector> vectors(int person) {
    List<FeatureVector> vectors = new ArrayList<>();
    new FeatureHistory(id(person), rules, statements(person), List.of(), List.of())
        .tell(HIRED + DAYS * DAY, vectors::add);
    return vectors;
  }

  private static String id(int person) {
    return "employee-" + person;
  }

  private List<Statement> statements(int person) {
    int[] taken = people.history(person);
    List<Statement> statements = new ArrayList<>();
    statements.add(Statement.of(hired(person, taken[0] % GeneratedCompany.SUBJECTS)));
    int courseDays = DAYS / (taken.length + 1);
    for (int i = 0; i < taken.length; i++) {
      long begun = HIRED + (i + 1L) * courseDays * DAY;
      statements.add(Statement.of(learning(person, taken[i], begun, LearningVerb.VIEWED)));
      statements.add(Statement.of(learning(person, taken[i], begun + 1, LearningVerb.ENROLLED)));
      statements.add(Statement.of(learning(person, taken[i], begun + DAY, LearningVerb.COMPLETED)));
    }
    for (int day = DAYS_OF_QUARTER; day < DAYS; day += DAYS_OF_QUARTER) {
      statements.add(Statement.of(sales(person, day)));
    }
    return statements;
  }

  private static HrEvent hired(int person, int subject) {
    return new HrEvent(
        "hired",
        SOURCE,
        id(person),
        HIRED,
        HrKind.HIRED,
        HIRED,
        GeneratedCompany.job(subject),
        "grade-" + person % 5,
        "team-" + person % 100,
        null,
        (int) (HIRED / DAY),
        List.of(GeneratedCompany.format(person)),
        null,
        null,
        null);
  }

  private static LearningEvent learning(int person, int course, long at, LearningVerb verb) {
    return new LearningEvent(
        course + "-" + verb,
        SOURCE,
        id(person),
        at,
        verb,
        GeneratedCompany.course(course),
        verb == LearningVerb.COMPLETED ? 0.9 : null,
        null,
        null,
        3_600L,
        null,
        null,
        null,
        null);
  }

  private static PerformanceEvent sales(int person, int day) {
    int end = (int) (HIRED / DAY) + day;
    return new PerformanceEvent(
        "sales-" + day,
        SOURCE,
        id(person),
        end * DAY,
        "sales",
        100.0 + person % 50 + day,
        null,
        null,
        end - DAYS_OF_QUARTER,
        end,
        null,
        null,
        null);
  }
}
