package io.growthline.rulebook.yaml;

import io.growthline.rulebook.problem.ProblemCode;
import io.growthline.rulebook.problem.Problems;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/** Where and why the YAML parser gave up. */
record SyntaxProblem(int line, int column, String message) {

  static SyntaxProblem of(RuntimeException thrown, String text) {
    if (thrown instanceof MarkedYamlEngineException marked) {
      Optional<Mark> mark = marked.getProblemMark().or(marked::getContextMark);
      return new SyntaxProblem(
          mark.map(Mark::getLine).orElse(0) + 1,
          mark.map(Mark::getColumn).orElse(0) + 1,
          "not valid YAML: " + oneLine(marked.getProblem()));
    }
    if (thrown instanceof ReaderException unprintable) {
      int end = text.offsetByCodePoints(0, Math.min(unprintable.getPosition(), codePoints(text)));
      int line = 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
      String character = String.format("U+%04X", unprintable.getCodePoint());
      return new SyntaxProblem(line, 1, "character " + character + " is not allowed in YAML");
    }
    return new SyntaxProblem(1, 1, "not valid YAML: " + oneLine(thrown.getMessage()));
  }

  void addTo(Problems problems) {
    problems.add(line, column, ProblemCode.SYNTAX, message);
  }

  private static int codePoints(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String oneLine(String message) {
    return message == null ? "unreadable" : message.replaceAll("\\s+", " ").strip();
  }
}
