package io.growthline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.app.ReplayJob;
import io.growthline.app.ReplayOptions;
import io.growthline.lake.DuckDb;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A2 as an analyst sees it: submissions counted over time, whatever came of them. */
class SubmissionsOverTimeIT {

  @TempDir Path tables;

  @Test
  void submissionsAreCountedByMonth() throws Exception {
    Path input = Path.of(getClass().getResource("/brief-cases/A2-workshop-cases").toURI());
    ReplayJob.run(new ReplayOptions(input, tables, null, 2, false), BriefCase.revision());
    assertThat(
            DuckDb.rows(
                """
                SELECT strftime(occurred_at, '%%Y-%%m') AS month, count(*) FROM %s
                WHERE verb = 'SUBMITTED' AND activity_id = 'workshop-case'
                GROUP BY month ORDER BY month"""
                    .formatted(DuckDb.files(tables.resolve("learning_events")))))
        .containsExactly(List.of("2024-03", "5"), List.of("2024-04", "11"));
  }
}
