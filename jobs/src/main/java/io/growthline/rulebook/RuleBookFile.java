package io.growthline.rulebook;

import io.growthline.rulebook.check.Checks;
import io.growthline.rulebook.grammar.Document;
import io.growthline.rulebook.grammar.Reading;
import io.growthline.rulebook.grammar.RuleBookGrammar;
import io.growthline.rulebook.problem.ProblemCode;
import io.growthline.rulebook.problem.Problems;
import io.growthline.rulebook.yaml.YamlReader;
import io.growthline.schemas.reference.Definition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads and validates rule books; whatever a file holds, the answer is a result. */
public final class RuleBookFile {

  /** Largest file, in bytes. */
  static final int LARGEST_BYTES = 16 * 1024 * 1024;

  private RuleBookFile() {}

  /**
   * Reads a file. Problems name it as the path does.
   *
   * @throws IOException if it cannot be read at all
   */
  public static ReadResult read(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      return read(file.toString(), content.readNBytes(LARGEST_BYTES + 1));
    }
  }

  /**
   * Reads a rule book from memory.
   *
   * @param name what problems call the file
   * @param content UTF-8
   */
  public static ReadResult read(String name, byte[] content) {
    Problems problems = new Problems(name);
    List<Definition> definitions = List.of();
    if (content.length > LARGEST_BYTES) {
      problems.add(1, 1, ProblemCode.TOO_LARGE, "a rule book has at most 16 MiB");
    } else {
      Document document = validate(content, problems);
      if (!problems.hasErrors()) {
        definitions = Definitions.of(document, problems);
      }
    }
    return new ReadResult(problems.inFileOrder(), definitions);
  }

  /** What the file says; null if it is not even YAML. */
  private static Document validate(byte[] content, Problems problems) {
    YamlReader.Result yaml = YamlReader.read(content, problems);
    if (!yaml.complete()) {
      return null;
    }
    Reading reading = new Reading(problems);
    Document document = RuleBookGrammar.read(yaml.root(), reading);
    Checks.run(document, reading);
    return document;
  }
}
