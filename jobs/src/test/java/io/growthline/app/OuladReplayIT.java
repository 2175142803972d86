package io.growthline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.oracle.OuladExpectation;
import io.growthline.oracle.OuladInput;
import io.growthline.rulebook.RuleBookFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real learners: a replay gives what SQL over the event files gives. */
class OuladReplayIT {

  @Test
  void balancesPostingsAndGoalsHeldAreThoseOfEveryLearner(@TempDir Path folder) throws Exception {
    OuladInput input = OuladInput.largestPresent();
    Path tables = folder.resolve("tables");
    ReplayReport report =
        ReplayJob.run(
            new ReplayOptions(input.folder(), tables, null, 2, true),
            RuleBookFile.read(input.folder().resolve("rulebook.yaml")).revision(1, 0));
    try (Connection db = DriverManager.getConnection("jdbc:duckdb:")) {
      OuladExpectation expectation =
          OuladExpectation.of(db, input.folder(), input.ruleBook(), report.until().toEpochMilli());
      assertThat(expectation.differences(tables)).isEmpty();
    }
    assertThat(report.deadLetters()).isZero();
    assertThat(report.duplicates()).isZero();
  }
}
