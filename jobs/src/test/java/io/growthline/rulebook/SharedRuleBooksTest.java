package io.growthline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.growthline.rulebook.problem.Problem;
import io.growthline.rulebook.problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rule books that come with the specification; skipped where they are not at hand. */
class SharedRuleBooksTest {

  @Test
  void theExampleOfEveryCaseIsValid() throws IOException {
    RuleBook book = valid("rulebook-example.yaml");
    assertThat(book.activities()).hasSize(13);
    assertThat(book.goals()).hasSize(7);
    assertThat(book.rewards()).hasSize(2);
    assertThat(book.jobs()).hasSize(4);
    assertThat(book.metrics()).hasSize(4);
    Versions<ActivityTerms> data = book.activity("data-analysis").versions();
    assertThat(data.at(day("2023-12-31")).credits()).isNull();
    assertThat(data.at(day("2025-12-31")).credits()).isEqualTo(200);
    assertThat(data.at(day("2026-01-01")).credits()).isEqualTo(400);
  }

  @Test
  void theOpenUniversityRuleBookIsValid() throws IOException {
    RuleBook book = valid("data/oulad/rulebook.yaml");
    assertThat(book.activities()).hasSizeGreaterThan(200);
    assertThat(book.goals()).hasSize(3);
    assertThat(book.zone().getId()).isEqualTo("Europe/London");
  }

  private static RuleBook valid(String name) throws IOException {
    Path file = Path.of("../../shared").resolve(name);
    assumeTrue(Files.exists(file), file + " is not at hand");
    ReadResult result = RuleBookFile.read(file);
    List<Problem> errors =
        result.problems().stream().filter(p -> p.severity() == Severity.ERROR).toList();
    assertThat(errors).isEmpty();
    return RuleBooks.from(result.revision(1, 0));
  }

  private static int day(String date) {
    return (int) LocalDate.parse(date).toEpochDay();
  }
}
