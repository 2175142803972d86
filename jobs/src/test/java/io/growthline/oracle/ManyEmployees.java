package io.growthline.oracle;

import io.growthline.rulebook.ActivityKind;
import io.growthline.schemas.events.CreditCommand;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.ledger.Category;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Many employees with hard histories under one fixed rule book: caps, every-N, voids before their
 * target, identities used again, ties, rewards redeemed and cancelled, credits expired. The same
 * seed makes the same employees.
 *
 * @param byId each employee's records, exact repetitions included, in order of arrival
 */
public record ManyEmployees(Map<String, History> byId) {

  /** An end of the clock after all records, epoch milliseconds. */
  public static final long UNTIL = Instant.parse("2026-06-30T12:00:00Z").toEpochMilli();

  private static final ZoneId ZONE = ZoneId.of("Europe/London");

  private static final List<LocalDate> ANCHORS =
      List.of(
          LocalDate.of(2024, 2, 28),
          LocalDate.of(2024, 3, 31),
          LocalDate.of(2023, 12, 31),
          LocalDate.of(2023, 10, 29));

  private static final String UNLISTED = "unlisted";

  /** The rule book's rewards, those asked for most often several times. */
  private static final List<String> REWARDS =
      List.of("snack", "snack", "leave-hour", "leave-hour", "workshop", "priority", "trophy");

  /** The readers of commands ask for a category. */
  private static final List<Category> CATEGORIES =
      List.of(Category.ELECTIVE, Category.REQUIRED, Category.PRACTICE);

  /** The rule book's activities; and one that it lacks. */
  private static final Map<String, ActivityKind> ACTIVITIES = activities();

  private static Map<String, ActivityKind> activities() {
    Map<String, ActivityKind> kinds = new TreeMap<>();
    for (String course :
        List.of(
            "induction",
            "safety",
            "machine-safety",
            "quiz",
            "reading",
            "data",
            "lean-advanced",
            "old-course",
            "new-course",
            "someday",
            UNLISTED)) {
      kinds.put(course, ActivityKind.COURSE);
    }
    for (String practice :
        List.of(
            "workshop-case", "project", "mentoring", "retrospective", "suggestion", "voluntary")) {
      kinds.put(practice, ActivityKind.PRACTICE);
    }
    return kinds;
  }

  /** Makes that many employees, {@code p00000} onwards. */
  public static ManyEmployees make(int count, long seed) {
    Random random = new Random(seed);
    Map<String, History> byId = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      String id = "p%05d".formatted(i);
      byId.put(id, history(id, Choices.seeded(random.nextLong())).repeated(5, random));
    }
    return new ManyEmployees(byId);
  }

  private static History history(String id, Choices choices) {
    List<String> ids = List.copyOf(ACTIVITIES.keySet());
    Map<String, ActivityKind> few = new TreeMap<>();
    for (int i = 2 + choices.below(6); i > 0; i--) {
      String activity = choices.of(ids);
      few.put(activity, ACTIVITIES.get(activity));
    }
    RandomHistory random =
        new RandomHistory(id, ZONE, choices.of(ANCHORS), few, REWARDS, CATEGORIES);
    List<HrEvent> hr = new ArrayList<>();
    for (int more = choices.below(5); more > 0; more--) {
      hr.add(random.hr(choices, hr.size()));
    }
    List<LearningEvent> learning = new ArrayList<>();
    for (int more = choices.below(28); more >= 0; more--) {
      learning.add(random.learning(choices, learning));
    }
    List<CreditCommand> commands = new ArrayList<>();
    for (int more = choices.below(9); more > 0; more--) {
      commands.add(random.command(choices, commands, learning));
    }
    return new History(hr, learning, commands);
  }

  /** The rule book they live under, as YAML. */
  public static String ruleBookYaml() {
    try (InputStream yaml = ManyEmployees.class.getResourceAsStream("/oracle/rulebook.yaml")) {
      return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All records as lines of {@code learning.jsonl}, ordered by employee. */
  public List<String> learningLines() {
    return lines(history -> history.learning().stream().map(JsonLines::line).toList());
  }

  /** All records as lines of {@code hr.jsonl}, ordered by employee. */
  public List<String> hrLines() {
    return lines(history -> history.hr().stream().map(JsonLines::line).toList());
  }

  /** All records as lines of {@code commands.jsonl}, ordered by employee. */
  public List<String> commandLines() {
    return lines(history -> history.commands().stream().map(JsonLines::line).toList());
  }

  /** Writes an input folder for a replay: the rule book and all records. */
  public void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("rulebook.yaml"), ruleBookYaml());
    Files.write(folder.resolve("learning.jsonl"), learningLines());
    Files.write(folder.resolve("hr.jsonl"), hrLines());
    Files.write(folder.resolve("commands.jsonl"), commandLines());
  }

  private List<String> lines(Function<History, List<String>> part) {
    return byId.values().stream().map(part).flatMap(List::stream).toList();
  }
}
