package io.growthline.cases;

import static io.growthline.cases.Fact.Kind.BALANCE;
import static io.growthline.cases.Fact.Kind.NOBODY;
import static io.growthline.cases.Fact.Kind.NO_PROGRESS;
import static io.growthline.cases.Fact.Kind.PROGRESS;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What has to come out of a case. Of balances, postings, decisions, milestones and goals held it
 * names all that its employees have; of progress and lots only what the case is about.
 *
 * @param facts in the order they are written down
 */
public record Expectation(List<Fact> facts) {

  /**
   * Reads an expectation; empty lines and lines that start with {@code #} say nothing.
   *
   * @throws IllegalArgumentException if a line is no fact, or no employee has a balance
   */
  public static Expectation parse(List<String> lines) {
    Expectation expectation =
        new Expectation(
            lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Fact::parse)
                .toList());
    if (expectation.employees().isEmpty()) {
      throw new IllegalArgumentException("an expectation names its employees by their balances");
    }
    return expectation;
  }

  /** Everybody the case is about, of whom something is known. */
  public Set<String> employees() {
    return named(BALANCE);
  }

  /** Everybody of whom nothing may be known. */
  private Set<String> erased() {
    return named(NOBODY);
  }

  private Set<String> named(Fact.Kind kind) {
    Set<String> employees = new TreeSet<>();
    for (Fact fact : facts) {
      if (fact.kind() == kind) {
        employees.add(fact.words().get(1));
      }
    }
    return employees;
  }

  /**
   * Compares: a line {@code -} for each expected fact that is not there, and {@code +} for each
   * that is there but not expected.
   *
   * @return the lines, those about the same thing together; empty if all is well
   */
  public List<String> differences(Observed observed) {
    List<Fact> there = new ArrayList<>(observed.about(employees()));
    List<Fact> surplus = new ArrayList<>(there.stream().filter(this::isForbidden).toList());
    there.removeAll(surplus);
    surplus.addAll(observed.about(erased()));
    List<Fact> missing = new ArrayList<>();
    for (Fact expected : facts) {
      Fact match = there.stream().filter(fact -> fact.fulfils(expected)).findFirst().orElse(null);
      if (match != null) {
        there.remove(match);
      } else if (expected.kind() != NO_PROGRESS && expected.kind() != NOBODY) {
        missing.add(expected);
      }
    }
    there.stream().filter(fact -> contradicts(fact, missing)).forEach(surplus::add);
    return lines(missing, surplus);
  }

  private static List<String> lines(List<Fact> missing, List<Fact> surplus) {
    List<String> lines = new ArrayList<>();
    missing.forEach(fact -> lines.add("- " + fact));
    surplus.forEach(fact -> lines.add("+ " + fact));
    lines.sort(Comparator.comparing(line -> line.substring(2)));
    return lines;
  }

  /** Progress is told in part: more of it is no fault, unless it should be other. */
  private static boolean contradicts(Fact observed, List<Fact> missing) {
    return observed.kind().isComplete()
        || missing.stream().anyMatch(fact -> fact.words().equals(observed.words()));
  }

  private boolean isForbidden(Fact observed) {
    return observed.kind() == PROGRESS
        && facts.stream()
            .filter(fact -> fact.kind() == NO_PROGRESS)
            .anyMatch(fact -> fact.words().subList(1, 3).equals(observed.words().subList(1, 3)));
  }
}
