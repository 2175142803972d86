package io.growthline.training.fit;

import io.growthline.recommend.rules.CourseTraits;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.ledger.Category;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * People each of whom completes some share of what they begin, from hardly anything to nearly all;
 * who mostly take the format they declared, or else one that they never told. Or, as a
 * counter-check, people with whom chance alone decides.
 */
public final class Finishers {

  private static final List<String> FORMATS = List.of("video", "case", "article", "live");
  private static final int COURSES = 80;
  private static final int BEGUN = 14;
  private static final double SELDOM = 0.1;
  private static final double OFTEN = 0.95;
  private static final double DECLARED = 0.5;
  private static final double HABIT = 0.3;
  private static final long DAY = 86_400_000L;

  private final Random random;
  private final boolean chance;
  private final List<FeatureVector> vectors = new ArrayList<>();

  private Finishers(long seed, boolean chance) {
    this.random = new Random(seed);
    this.chance = chance;
  }

  /** Everyone's vectors. */
  public static List<FeatureVector> vectors(int people, long seed) {
    return new Finishers(seed, false).live(people);
  }

  /** The same, but chance alone decides what is completed, and which format is taken. */
  public static List<FeatureVector> byChance(int people, long seed) {
    return new Finishers(seed, true).live(people);
  }

  /** The courses there are, twenty of each format. */
  public static Map<String, CourseTraits> courses() {
    Map<String, CourseTraits> courses = new HashMap<>();
    for (int i = 0; i < COURSES; i++) {
      courses.put(course(i), course(FORMATS.get(i % FORMATS.size())));
    }
    return courses;
  }

  /** A rule book of these courses. */
  public static String ruleBook() {
    StringBuilder book = new StringBuilder("scheme: {zone: UTC}\nactivities:\n");
    for (int i = 0; i < COURSES; i++) {
      book.append(
          "  - {id: %s, kind: course, category: elective, credits: 3, format: %s}\n"
              .formatted(course(i), FORMATS.get(i % FORMATS.size())));
    }
    return book.toString();
  }

  /** A course of a format. */
  static CourseTraits course(String format) {
    return new CourseTraits(
        true, true, Category.ELECTIVE, 300, format, List.of(), Map.of(), List.of(), List.of());
  }

  static List<Past> pasts(List<FeatureVector> vectors) {
    PastReader reader = new PastReader(courses());
    Map<String, List<FeatureVector>> byPerson = new LinkedHashMap<>();
    vectors.forEach(
        one -> byPerson.computeIfAbsent(one.employeeId(), id -> new ArrayList<>()).add(one));
    return byPerson.values().stream().map(reader::of).toList();
  }

  static long until(List<FeatureVector> vectors) {
    return vectors.stream().mapToLong(FeatureVector::asOf).max().orElse(0);
  }

  private static String course(int number) {
    return "course-" + number;
  }

  private List<FeatureVector> live(int people) {
    for (int person = 0; person < people; person++) {
      live("p" + person, SELDOM + (OFTEN - SELDOM) * random.nextDouble());
    }
    return vectors;
  }

  private void live(String id, double completes) {
    int declared = random.nextInt(FORMATS.size());
    int habit = random.nextInt(FORMATS.size());
    Life life = new Life(id, FORMATS.get(declared), random.nextInt(300) * DAY);
    List<Integer> left = new ArrayList<>(IntStream.range(0, COURSES).boxed().toList());
    Collections.shuffle(left, random);
    for (int begun = 0; begun < BEGUN; begun++) {
      int format = format(declared, habit);
      Integer next =
          left.stream().filter(one -> one % FORMATS.size() == format).findFirst().orElseThrow();
      left.remove(next);
      life.begin(next);
      if (random.nextDouble() < (chance ? 0.5 : completes)) {
        life.complete(next);
      }
    }
    life.tell(200);
  }

  private int format(int declared, int habit) {
    double drawn = random.nextDouble();
    if (chance || drawn > DECLARED + HABIT) {
      return random.nextInt(FORMATS.size());
    }
    return drawn < DECLARED ? declared : habit;
  }

  /** One person's days. */
  private final class Life {

    private final Map<String, Object> said = new HashMap<>();
    private final List<String> taken = new ArrayList<>();
    private final List<String> enrolled = new ArrayList<>();
    private final Map<String, Integer> completed = new HashMap<>();
    private final int[] completedByFormat = new int[FORMATS.size()];
    private long at;
    private int enrolments;

    Life(String id, String declared, long bornAt) {
      at = bornAt;
      said.put("employeeId", id);
      said.put("employed", true);
      said.put("preferredFormats", List.of(declared));
      tell(0);
    }

    void begin(int course) {
      enrolments++;
      taken.add(course(course));
      enrolled.add(course(course));
      tell(5 + random.nextInt(20));
    }

    void complete(int course) {
      enrolled.remove(course(course));
      int days = 1 + random.nextInt(10);
      completed.put(course(course), (int) (at / DAY) + days);
      completedByFormat[course % FORMATS.size()]++;
      tell(days);
    }

    void tell(int daysLater) {
      at += daysLater * DAY;
      said.put("asOf", at);
      said.put("knownAt", at);
      said.put("taken", List.copyOf(taken));
      said.put("enrolledIn", List.copyOf(enrolled));
      said.put("completedOn", Map.copyOf(completed));
      said.put("enrolments", enrolments);
      said.put("completions", completed.size());
      if (enrolments > 0) {
        said.put("completionRate", completed.size() / (double) enrolments);
      }
      if (!completed.isEmpty()) {
        double all = completed.size();
        said.put("completedVideo", completedByFormat[0] / all);
        said.put("completedCase", completedByFormat[1] / all);
        said.put("completedArticle", completedByFormat[2] / all);
        said.put("completedLive", completedByFormat[3] / all);
      }
      vectors.add(Vectors.make(said));
    }
  }
}
