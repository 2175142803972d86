package io.growthline.local.bench;

import io.growthline.training.fit.Interactions;
import java.util.LinkedHashSet;
import java.util.Random;

/**
 * People whose courses are made up: a few are taken by many and most by few, people stay mainly
 * within a subject of theirs, and most take few courses.
 */
final class GeneratedLearners {

  static final int SUBJECTS = 20;
  private static final double WITHIN_SUBJECT = 0.7;

  /** After each course so many go on; 5.5 courses in the mean, as on public platforms. */
  private static final double GO_ON = 0.82;

  private static final int MOST_TAKEN = 200;

  /** How fast popularity falls with rank: that of rank r is (r + 1) to the power of -0.8. */
  private static final double FALL = 0.8;

  private final int courses;
  private final Random random;

  GeneratedLearners(int courses, long seed) {
    this.courses = courses;
    this.random = new Random(seed);
  }

  /** The more popular a course, the lower its number. */
  Interactions take(int people) {
    int[][] histories = new int[people][];
    for (int person = 0; person < people; person++) {
      histories[person] = history();
    }
    return new Interactions(courses, histories);
  }

  private int[] history() {
    int subject = random.nextInt(SUBJECTS);
    LinkedHashSet<Integer> taken = new LinkedHashSet<>();
    do {
      boolean within = random.nextDouble() < WITHIN_SUBJECT;
      taken.add(within ? rank(courses / SUBJECTS) * SUBJECTS + subject : rank(courses));
    } while (random.nextDouble() < GO_ON && taken.size() < Math.min(MOST_TAKEN, courses));
    return taken.stream().mapToInt(Integer::intValue).toArray();
  }

  /** A rank below a number, by the inverse of the distribution. */
  private int rank(int below) {
    double most = Math.pow(below + 1.0, 1 - FALL);
    double drawn = 1 + random.nextDouble() * (most - 1);
    return Math.min(below - 1, (int) (Math.pow(drawn, 1 / (1 - FALL)) - 1));
  }
}
