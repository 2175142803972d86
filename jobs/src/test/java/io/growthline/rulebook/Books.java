package io.growthline.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.rulebook.problem.Severity;
import io.growthline.schemas.reference.Definition;
import io.growthline.schemas.reference.Section;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;

/** Rule books for tests. */
final class Books {

  private Books() {}

  /** The file that has every key of the grammar. */
  static byte[] full() throws IOException {
    try (InputStream file = Books.class.getResourceAsStream("/rulebook/full.yaml")) {
      return file.readAllBytes();
    }
  }

  static ReadResult read(String yaml) {
    return RuleBookFile.read("book.yaml", yaml.getBytes(UTF_8));
  }

  /** A file without errors. */
  static ReadResult valid(String yaml) {
    ReadResult result = read(yaml);
    assertThat(result.problems())
        .filteredOn(problem -> problem.severity() == Severity.ERROR)
        .isEmpty();
    return result;
  }

  static RuleBook typed(String yaml) {
    return RuleBooks.from(valid(yaml).revision(1, 0));
  }

  /** A valid file with one activity. */
  static ReadResult withActivity(String keys) {
    return valid("scheme: {zone: UTC}\nactivities:\n  - {id: a, " + keys + "}\n");
  }

  static List<Definition> of(Section section, List<Definition> definitions) {
    return definitions.stream().filter(d -> d.section() == section).toList();
  }

  static int day(String date) {
    return Math.toIntExact(LocalDate.parse(date).toEpochDay());
  }
}
