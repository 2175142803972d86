package io.growthline.rulebook;

import io.growthline.rulebook.problem.Problem;
import io.growthline.rulebook.problem.Severity;
import io.growthline.schemas.reference.Definition;
import io.growthline.schemas.reference.Revision;
import io.growthline.schemas.reference.RevisionManifest;
import java.util.List;

/** What came of reading a rule book: every problem, and the definitions if none is an error. */
public final class ReadResult {

  private final List<Problem> problems;
  private final List<Definition> definitions;

  ReadResult(List<Problem> problems, List<Definition> definitions) {
    this.problems = List.copyOf(problems);
    this.definitions = List.copyOf(definitions);
  }

  /** All errors and warnings in file order. */
  public List<Problem> problems() {
    return problems;
  }

  /** Whether any problem is an error. */
  public boolean hasErrors() {
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }

  /**
   * The definitions, dated.
   *
   * @throws IllegalStateException if there are errors
   */
  public List<Definition> definitions() {
    if (hasErrors()) {
      throw new IllegalStateException("a rule book with errors has no definitions");
    }
    return definitions;
  }

  /**
   * The whole file as a revision.
   *
   * @param ordinal 1 for the first revision published, 2 for the next, …
   * @param publishedAt epoch milliseconds, UTC
   * @throws IllegalStateException if there are errors
   */
  public Revision revision(long ordinal, long publishedAt) {
    ContentTally tally = ContentTally.of(definitions());
    return new Revision(
        new RevisionManifest(ordinal, publishedAt, tally.counts(), tally.hash()), definitions);
  }
}
