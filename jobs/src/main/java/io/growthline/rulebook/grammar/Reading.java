package io.growthline.rulebook.grammar;

import io.growthline.rulebook.problem.ProblemCode;
import io.growthline.rulebook.problem.Problems;
import io.growthline.rulebook.problem.Quote;
import io.growthline.rulebook.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/** What comes to light while a document is read: its problems, and the ids it refers to. */
public final class Reading {

  /** What a reference points at. */
  public enum Target {
    ACTIVITY,
    REWARD,
    METRIC,
    JOB,
    TAG
  }

  /** An id that something with that id must answer to. */
  public record Reference(Target target, Node.Scalar at) {}

  private final Problems problems;
  private final List<Reference> references = new ArrayList<>();

  public Reading(Problems problems) {
    this.problems = problems;
  }

  public void problem(Node at, ProblemCode code, String message) {
    problems.add(at.line(), at.column(), code, message);
  }

  /** Tells that a node is not what was expected, if that is not told already. */
  void unexpected(Node node, String expected) {
    if (node instanceof Node.Scalar scalar && scalar.type() == Node.ScalarType.NULL) {
      problem(node, ProblemCode.NO_VALUE, "a value is missing: expected " + expected);
    } else if (node instanceof Node.Scalar scalar) {
      problem(
          node,
          ProblemCode.WRONG_TYPE,
          "expected " + expected + ", found " + Quote.of(scalar.text()));
    } else if (!(node instanceof Node.Broken)) {
      String found = node instanceof Node.Mapping ? "a mapping" : "a sequence";
      problem(node, ProblemCode.WRONG_TYPE, "expected " + expected + ", found " + found);
    }
  }

  void refer(Target target, Node.Scalar at) {
    references.add(new Reference(target, at));
  }

  public List<Reference> references() {
    return references;
  }
}
