package io.growthline.training.fit;

import io.growthline.schemas.features.FeatureVector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** People of two jobs, each with courses of its own that follow one another, mostly. */
public final class Learners {

  public static final int COURSES = 12;

  private static final long DAY = 86_400_000L;
  private static final int DAYS = 500;

  private Learners() {}

  /** The course of a job at a place in its order. */
  public static String course(String job, int place) {
    return job + "-" + place;
  }

  /** Everyone's vectors, the first one without anything taken. */
  public static List<FeatureVector> vectors(int people, long seed) {
    Random random = new Random(seed);
    List<FeatureVector> vectors = new ArrayList<>();
    for (int person = 0; person < people; person++) {
      String job = person % 2 == 0 ? "clerk" : "smith";
      vectors.addAll(life("p" + person, job, inOrder(job, random), random));
    }
    return vectors;
  }

  /** The same, but what is taken has nothing to do with who takes it. */
  public static List<FeatureVector> shuffled(int people, long seed) {
    Random random = new Random(seed);
    List<FeatureVector> vectors = new ArrayList<>();
    for (int person = 0; person < people; person++) {
      List<String> any = inOrder("clerk", random);
      any.addAll(inOrder("smith", random));
      Collections.shuffle(any, random);
      String job = person % 2 == 0 ? "clerk" : "smith";
      vectors.addAll(life("p" + person, job, any.subList(0, COURSES), random));
    }
    return vectors;
  }

  /** Histories made of vectors, one for each person. */
  static List<PersonHistory> histories(List<FeatureVector> vectors) {
    return vectors.stream()
        .collect(Collectors.groupingBy(FeatureVector::employeeId))
        .values()
        .stream()
        .map(PersonHistory::of)
        .toList();
  }

  private static List<String> inOrder(String job, Random random) {
    List<String> courses = new ArrayList<>();
    for (int place = 0; place < COURSES; place++) {
      courses.add(course(job, place));
    }
    for (int place = 0; place + 1 < COURSES; place++) {
      if (random.nextInt(4) == 0) {
        Collections.swap(courses, place, place + 1);
      }
    }
    return courses;
  }

  private static List<FeatureVector> life(
      String person, String job, List<String> courses, Random random) {
    List<FeatureVector> vectors = new ArrayList<>();
    long at = random.nextInt(DAYS) * DAY;
    vectors.add(Vectors.of(person, at, at, job, List.of()));
    for (int taken = 1; taken <= courses.size(); taken++) {
      at += (1 + random.nextInt(30)) * DAY;
      vectors.add(Vectors.of(person, at, at, job, List.copyOf(courses.subList(0, taken))));
    }
    return vectors;
  }
}
