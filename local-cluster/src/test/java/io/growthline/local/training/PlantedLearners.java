package io.growthline.local.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A replay's input of people with habits: every other one ({@code steady-…}) completes most of what
 * they begin, the others ({@code fickle-…}) little; half of each ({@code …-loyal}) mostly take
 * courses of the format they declared, the others any.
 */
final class PlantedLearners {

  static final Instant END = Instant.parse("2026-11-23T00:00:00Z");

  private static final int PEOPLE = 160;
  private static final int COURSES = 60;
  private static final int BEGUN = 12;
  private static final double HABIT = 0.85;
  private static final List<String> FORMATS = List.of("video", "case", "article", "live");

  private final Random random = new Random(11);
  private final List<String> hr = new ArrayList<>();
  private final List<String> learning = new ArrayList<>();

  private PlantedLearners() {}

  static void write(Path input) throws IOException {
    PlantedLearners learners = new PlantedLearners();
    for (int person = 0; person < PEOPLE; person++) {
      learners.live(person);
    }
    Files.createDirectories(input);
    Files.writeString(input.resolve("rulebook.yaml"), ruleBook());
    Files.write(input.resolve("hr.jsonl"), learners.hr);
    Files.write(input.resolve("learning.jsonl"), learners.learning);
  }

  private static String ruleBook() {
    StringBuilder book = new StringBuilder("scheme: {zone: UTC}\nactivities:\n");
    for (int course = 0; course < COURSES; course++) {
      book.append(
          "  - {id: c%d, kind: course, category: elective, credits: 2, format: %s}\n"
              .formatted(course, FORMATS.get(course % FORMATS.size())));
    }
    return book.toString();
  }

  private void live(int person) {
    boolean steady = person % 2 == 0;
    boolean loyal = person % 4 < 2;
    String format = FORMATS.get(random.nextInt(FORMATS.size()));
    String id =
        "%s-%s-%d-%s"
            .formatted(steady ? "steady" : "fickle", format, person, loyal ? "loyal" : "open");
    Instant at = END.minus(Duration.ofDays(700 + random.nextInt(30)));
    hr.add(
        """
        {"eventId":"hire","source":"hr","employeeId":"%s","occurredAt":"%s","kind":"HIRED",\
        "effectiveAt":"%2$s","preferredFormats":["%s"]}"""
            .formatted(id, at, format));
    List<Integer> left = new ArrayList<>(IntStream.range(0, COURSES).boxed().toList());
    Collections.shuffle(left, random);
    for (int begun = 0; begun < BEGUN; begun++) {
      at = at.plus(Duration.ofDays(20 + random.nextInt(20)));
      boolean byHabit = loyal && random.nextDouble() < HABIT;
      Integer course =
          left.stream()
              .filter(one -> !byHabit || FORMATS.get(one % FORMATS.size()).equals(format))
              .findFirst()
              .orElse(left.get(0));
      left.remove(course);
      learn(id, at, "ENROLLED", course);
      if (random.nextDouble() < (steady ? HABIT : 1 - HABIT)) {
        learn(id, at.plus(Duration.ofDays(5)), "COMPLETED", course);
      }
    }
  }

  private void learn(String id, Instant at, String verb, int course) {
    learning.add(
        """
        {"eventId":"e%d","source":"lms","employeeId":"%s","occurredAt":"%s","verb":"%s",\
        "activityId":"c%d"}"""
            .formatted(learning.size(), id, at, verb, course));
  }
}
