package io.growthline.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.local.company.CompanyFiles;
import io.growthline.local.company.CompanyRecord;
import io.growthline.local.company.SampleCompany;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A vector knows nothing that was stated after its instant: a replay of a company's whole past
 * tells the same of any day as one of what was there on that day. Among what came later are voids,
 * rejections, and people events that speak of long before.
 */
class FeaturesAsOfIT {

  private static final Instant END = Instant.parse("2026-06-15T12:00:00Z");

  @TempDir static Path folder;
  private static LakeSql sql;

  @BeforeAll
  static void replayAll() throws Exception {
    List<CompanyRecord> company = SampleCompany.of(7, 200, 2500, END).records();
    List<CompanyRecord> news = new LateNews(company).records();
    CompanyFiles.write(
        folder.resolve("in"), Stream.concat(company.stream(), news.stream()).toList(), END);
    sql = new LakeSql().add("whole", replay("whole", END));
  }

  private static Path replay(String name, Instant until) {
    Path output = folder.resolve(name);
    CommandRun replay =
        CommandRun.of(
            "replay",
            "--input",
            folder.resolve("in").toString(),
            "--output",
            output.toString(),
            "--until",
            until.toString());
    assertThat(replay.err()).isEmpty();
    return output;
  }

  @AfterAll
  static void close() throws Exception {
    sql.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 45, 200})
  void noVectorKnowsWhatWasStatedLater(int daysBefore) throws Exception {
    Instant until = END.minus(Duration.ofDays(daysBefore));
    String cut = "cut" + daysBefore;
    sql.add(cut, replay(cut, until));
    String known = vectors("whole", until);
    assertThat(sql.rows(known)).hasSizeGreaterThan(1_000);
    assertThat(sql.differences(known, vectors(cut, until))).isEmpty();
  }

  /** As many vectors of which each knows how many courses will be completed by the next. */
  @Test
  void aLeakIsFound() throws Exception {
    String known = vectors("whole", END);
    String leaking =
        """
        SELECT * REPLACE (coalesce(lead(completions)
          OVER (PARTITION BY employee_id ORDER BY as_of), completions) AS completions)
        FROM (%s)
        """
            .formatted(known);
    assertThat(sql.differences(known, leaking)).hasSizeGreaterThan(1_000);
  }

  /** The comparison would see nothing in columns that say nothing. */
  @Test
  void mostKnowWhereTheyStandAmongOthers() throws Exception {
    assertThat(
            sql.rows(
                """
                SELECT count(*) > 1000, count(team_size) > count(*) / 2,
                  count(earned_percentile) > count(*) / 2,
                  min(earned_percentile) >= 0, max(earned_percentile) <= 1,
                  count(*) FILTER (metric_values <> '{}') > 500,
                  count(*) FILTER (metric_year_on_year <> '{}') > 100,
                  count(*) FILTER (metric_percentiles <> '{}') > 500
                FROM whole.employee_features WHERE employed
                """))
        .containsExactly("true true true true true true true true");
  }

  private static String vectors(String lake, Instant until) {
    return "SELECT * FROM %s.employee_features WHERE as_of <= TIMESTAMPTZ '%s'"
        .formatted(lake, until);
  }
}
