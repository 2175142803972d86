package io.growthline.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.rulebook.problem.Problem;
import io.growthline.rulebook.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is told of small rule books with something wrong in them; see {@code problems.txt}. */
class ValidationTest {

  private static final String MARK = "#!";

  private record Case(String name, String yaml) {

    List<String> expected() {
      List<String> expected = new ArrayList<>();
      String[] lines = yaml.split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        int mark = lines[i].indexOf(MARK);
        if (mark >= 0) {
          for (String code : lines[i].substring(mark + MARK.length()).strip().split(" ", -1)) {
            expected.add((i + 1) + " " + code);
          }
        }
      }
      return expected;
    }
  }

  @TestFactory
  Stream<DynamicTest> everyProblemIsToldOnItsLine() throws IOException {
    return cases().stream().map(c -> DynamicTest.dynamicTest(c.name(), () -> check(c)));
  }

  private static void check(Case small) {
    ReadResult result = RuleBookFile.read("book.yaml", small.yaml().getBytes(UTF_8));
    List<String> told =
        result.problems().stream().map(problem -> problem.line() + " " + problem.code()).toList();
    assertThat(told)
        .as(() -> result.problems().toString())
        .containsExactlyInAnyOrderElementsOf(small.expected());
    assertThat(result.problems())
        .isSortedAccordingTo((a, b) -> Integer.compare(a.line(), b.line()));
  }

  @Test
  void everyCodeIsReached() throws IOException {
    Set<String> reached =
        cases().stream()
            .flatMap(c -> c.expected().stream())
            .map(expected -> expected.substring(expected.indexOf(' ') + 1))
            .collect(Collectors.toSet());
    List<String> notReached =
        EnumSet.allOf(ProblemCode.class).stream()
            .map(ProblemCode::toString)
            .filter(code -> !reached.contains(code))
            .toList();
    assertThat(notReached).as("HostileFilesTest reaches this one").containsExactly("too-large");
  }

  @Test
  void aProblemReadsLikeACompilersMessage() {
    String yaml = "scheme: {zone: UTC}\nactivitys: []\nactivities: []\n";
    assertThat(RuleBookFile.read("dir/book.yaml", yaml.getBytes(UTF_8)).problems())
        .extracting(Problem::toString)
        .containsExactly(
            "dir/book.yaml:2: error: a rule book has no key 'activitys';"
                + " did you mean 'activities'? [unknown-key]");
  }

  @Test
  void aWarningIsNoError() {
    String yaml =
        """
        scheme: {zone: UTC}
        activities: [{id: a, kind: course, category: elective, credits: 1}]
        goals: [{id: g, kind: promotion, requires: [{credits: total, atLeast: 1}]}]
        """;
    ReadResult result = RuleBookFile.read("book.yaml", yaml.getBytes(UTF_8));
    assertThat(result.hasErrors()).isFalse();
    assertThat(result.problems()).hasSize(1);
    assertThat(result.problems().get(0).toString()).startsWith("book.yaml:3: warning: ");
  }

  private static List<Case> cases() throws IOException {
    try (InputStream table = ValidationTest.class.getResourceAsStream("/rulebook/problems.txt")) {
      String text = new String(table.readAllBytes(), UTF_8);
      return Arrays.stream(text.split("(?m)^==== ")).skip(1).map(ValidationTest::parse).toList();
    }
  }

  private static Case parse(String text) {
    int end = text.indexOf('\n');
    // A name that ends in # asks for the case as it is.
    boolean asIs = text.substring(0, end).endsWith("#");
    String yaml = text.substring(end + 1);
    if (!asIs && !yaml.contains("scheme:")) {
      yaml += "scheme: {zone: UTC}\n";
    }
    if (!asIs && !yaml.contains("activities:\n") && !yaml.contains("activities: ")) {
      yaml += "activities: []\n";
    }
    return new Case(text.substring(0, end), yaml);
  }
}
