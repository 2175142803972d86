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
 * People of whom only the profile is known, recommended to by a model of their colleagues: 200 of
 * each of two profiles, through a replay with the model.
 */
class ColdStartIT {

  private static final Instant END = Instant.parse("2026-11-23T03:00:00Z");
  private static final int PEOPLE = 200;
  private static final int ENOUGH = 190;

  @TempDir private static Path folder;
  private static TableFolder lake;
  private static int hired;

  @BeforeAll
  static void replayWithAModel() throws Exception {
    Path input = folder.resolve("in");
    Path colleagues = folder.resolve("colleagues");
    CompanyFiles.write(input, SampleCompany.of(1, 300, 6000, END).records(), END);
    run("replay", "--input", input.toString(), "--output", colleagues.toString());
    run("train", "--lake", colleagues.toString(), "--models", input.resolve("models").toString());
    Files.write(input.resolve("hr-newcomers.jsonl"), newcomers());
    Path out = folder.resolve("out");
    run("replay", "--input", input.toString(), "--output", out.toString());
    lake = new TableFolder(out);
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
            ++hired, profile, END.minusSeconds(60), END.minusSeconds(86_400L * daysAgo), job, format);
  }

  @Test
  void c1NewcomersInSalesAreShownTheirFirstCourses() throws Exception {
    assertThat(peopleWith("new-%", "'intro-sales', 'customer-communication'", 2))
        .isGreaterThanOrEqualTo(ENOUGH);
    assertThat(peopleWith("old-%", "'intro-sales', 'customer-communication'", 1)).isZero();
  }

  @Test
  void c2SalesManagersAreShownTheirs() throws Exception {
    assertThat(peopleWith("old-%", "'team-sales-strategy', 'key-account'", 2))
        .isGreaterThanOrEqualTo(ENOUGH);
    assertThat(peopleWith("new-%", "'team-sales-strategy', 'key-account'", 1)).isZero();
  }

  @Test
  void everyListIsOfTheModel() throws Exception {
    try (DuckDb database = new DuckDb()) {
      assertThat(
              database.query(
                  "SELECT count(*) FROM %s WHERE model_version IS NULL"
                      .formatted(lake.sql(TableCatalogue.RECOMMENDATIONS)),
                  row -> row.getInt(1)))
          .containsExactly(0);
    }
  }

  /** How many people of a profile have at least so many of these in the first 3. */
  private static int peopleWith(String profile, String activities, int atLeast) throws Exception {
    try (DuckDb database = new DuckDb()) {
      return database
          .query(
              """
              SELECT count(*) FROM (
                SELECT employee_id FROM %s WHERE employee_id LIKE '%s' AND rank <= 3
                  AND activity_id IN (%s)
                GROUP BY 1 HAVING count(*) >= %d)"""
                  .formatted(
                      lake.sql(TableCatalogue.RECOMMENDATIONS), profile, activities, atLeast),
              row -> row.getInt(1))
          .get(0);
    }
  }
}
