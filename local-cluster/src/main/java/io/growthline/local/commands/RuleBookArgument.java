package io.growthline.local.commands;

import io.growthline.rulebook.ReadResult;
import io.growthline.rulebook.RuleBookFile;
import io.growthline.rulebook.problem.Severity;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** A rule book named on the command line. */
final class RuleBookArgument {

  @Parameters(paramLabel = "RULEBOOK", description = "The rule book, a YAML file.")
  private Path file;

  Path file() {
    return file;
  }

  /**
   * Reads it and prints every problem.
   *
   * @throws Failure if there is no such file
   */
  ReadResult read(PrintWriter out) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw Failure.badUsage(
          file + (Files.exists(file) ? " is no file" : " does not exist") + ": name a rule book");
    }
    ReadResult result = RuleBookFile.read(file);
    result.problems().forEach(out::println);
    out.flush();
    return result;
  }

  /** For example {@code rulebook.yaml: 2 errors, 1 warning}. */
  String summary(ReadResult result) {
    long errors = count(result, Severity.ERROR);
    long warnings = count(result, Severity.WARNING);
    return file
        + ": "
        + (errors == 0 ? "valid" : errors + (errors == 1 ? " error" : " errors"))
        + (warnings == 0 ? "" : ", " + warnings + (warnings == 1 ? " warning" : " warnings"));
  }

  private static long count(ReadResult result, Severity severity) {
    return result.problems().stream().filter(problem -> problem.severity() == severity).count();
  }
}
