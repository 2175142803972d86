package io.growthline.local.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.local.CommandRun;
import io.growthline.local.company.CompanyFiles;
import io.growthline.local.company.SampleCompany;
import io.growthline.local.tables.DuckDb;
import io.growthline.local.tables.TableFolder;
import io.growthline.schemas.tables.TableCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * People of whom only the profile is known, 200 of each of two profiles: recommended to by the rule
 * book alone, and in a second replay by a model of their colleagues.
 */
class ColdStartIT {

  private static final Instant END = Instant.parse("2026-11-23T03:00:00Z");
  private static final int PEOPLE = 200;
  private static final int ENOUGH = 190;

  @TempDir private static Path folder;
  private static TableFolder byRules;
  private static TableFolder byModel;
  private static int hired;

  @BeforeAll
  static void replayWithoutAndWithAModel() throws Exception {
    Path input = folder.resolve("in");
    CompanyFiles.write(input, SampleCompany.of(1, 300, 6000, END).records(), END);
    Files.write(input.resolve("hr-newcomers.jsonl"), newcomers());
    byRules = new TableFolder(replay(input, "by-rules"));
    run(
        "train",
        "--lake",
        folder.resolve("by-rules").toString(),
        "--models",
        input.resolve("models").toString());
    byModel = new TableFolder(replay(input, "by-model"));
  }

  private static Path replay(Path input, String name) {
    Path output = folder.resolve(name);
    run("replay", "--input", input.toString(), "--output", output.toString());
    return output;
  }

  private static void run(String... arguments) {
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
  }

  /** A year in sales with a preference for video; five years of managing sales, for cases. */
  private static List<String> newcomers() {
    Random random = new Random(7);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      lines.add(hired("new", "sales-associate", 300 + random.nextInt(130), "video"));
      lines.add(hired("old", "sales-manager", 1700 + random.nextInt(250), "case"));
    }
    return lines;
  }

  private static String hired(String profile, String job, int daysAgo, String format) {
    return """
        {"eventId":"n%d","source":"hr","employeeId":"%s-%1$d","occurredAt":"%s","kind":"HIRED",\
        "effectiveAt":"%s","jobId":"%s","preferredFormats":["%s"]}"""
        .formatted(
            ++hired,
            profile,
            END.minusSeconds(60),
            END.minusSeconds(86_400L * daysAgo),
            job,
            format);
  }

  @Test
  void c1NewcomersInSalesAreShownTheirFirstCourses() throws Exception {
    String theirs = "'intro-sales', 'customer-communication'";
    for (TableFolder lake : List.of(byRules, byModel)) {
      assertThat(peopleWith(lake, "new-%", theirs, 2, 3)).isGreaterThanOrEqualTo(ENOUGH);
      assertThat(peopleWith(lake, "old-%", theirs, 1, 3)).isZero();
    }
  }

  @Test
  void c2SalesManagersAreShownTheirs() throws Exception {
    String theirs = "'team-sales-strategy', 'key-account'";
    for (TableFolder lake : List.of(byRules, byModel)) {
      assertThat(peopleWith(lake, "old-%", theirs, 2, 3)).isGreaterThanOrEqualTo(ENOUGH);
      assertThat(peopleWith(lake, "new-%", theirs, 1, 3)).isZero();
    }
  }

  @Test
  void everyListIsOfTheModelOnceThereIsOne() throws Exception {
    assertThat(listsWithoutAModel(byRules)).isPositive();
    assertThat(listsWithoutAModel(byModel)).isZero();
  }

  private static int listsWithoutAModel(TableFolder lake) throws Exception {
    try (DuckDb database = new DuckDb()) {
      return database
          .query(
              "SELECT count(*) FROM %s WHERE model_version IS NULL"
                  .formatted(lake.sql(TableCatalogue.RECOMMENDATIONS)),
              row -> row.getInt(1))
          .get(0);
    }
  }

  /** How many people of a profile have at least so many of these among the first. */
  private static int peopleWith(
      TableFolder lake, String profile, String activities, int atLeast, int first)
      throws Exception {
    try (DuckDb database = new DuckDb()) {
      return database
          .query(
              """
              SELECT count(*) FROM (
                SELECT employee_id FROM %s WHERE employee_id LIKE '%s' AND rank <= %d
                  AND activity_id IN (%s)
                GROUP BY 1 HAVING count(*) >= %d)"""
                  .formatted(
                      lake.sql(TableCatalogue.RECOMMENDATIONS),
                      profile,
                      first,
                      activities,
                      atLeast),
              row -> row.getInt(1))
          .get(0);
    }
  }
}
