package io.growthline.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.rulebook.problem.ProblemCode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds, reading it ends in problems and never in an exception. */
class HostileFilesTest {

  private static final String VALID = "scheme: {zone: UTC}\nactivities: []\n";

  static Stream<Arguments> tooLarge() {
    return Stream.of(
        Arguments.of("sequences in sequences", "[".repeat(1_000_000), 1),
        Arguments.of("mappings in mappings", "{a: ".repeat(1_000_000), 1),
        Arguments.of("items in items", "- ".repeat(1_000_000), 1),
        Arguments.of("keys in keys", "? ".repeat(1_000_000), 1),
        Arguments.of("block upon block", staircase(1_000), 33),
        Arguments.of("more than 16 MiB", "#".repeat(RuleBookFile.LARGEST_BYTES + 1), 1),
        Arguments.of("values without end", "x-a: [" + "a,".repeat(4_000_001) + "]", 1),
        Arguments.of("problems without end", VALID + "goals: [" + "a,".repeat(200_000) + "]", 3),
        Arguments.of("one huge definition", oneActivity("x".repeat(400_000), 1), 2),
        Arguments.of("a large definition on many dates", oneActivity("x".repeat(250_000), 700), 2));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tooLarge")
  void whatIsTooLargeIsTold(String name, String yaml, int line) {
    assertThat(Books.read(yaml).problems())
        .as(name)
        .anyMatch(p -> p.code() == ProblemCode.TOO_LARGE && p.line() == line);
  }

  @Test
  void depth32IsAllowed() {
    String nested = "[".repeat(31) + "]".repeat(31);
    assertThat(Books.read(VALID + "x-a: " + nested).problems()).isEmpty();
    assertThat(Books.read(VALID + "x-a: [" + nested + "]").problems())
        .singleElement()
        .matches(p -> p.code() == ProblemCode.TOO_LARGE);
  }

  @Test
  void aliasesAreNeverFollowed() {
    StringBuilder laughs = new StringBuilder("x-0: &a0 [lol, lol]\n");
    for (int i = 1; i < 40; i++) {
      laughs.append("x-%d: &a%d [*a%d, *a%d, *a%d]%n".formatted(i, i, i - 1, i - 1, i - 1));
    }
    ReadResult result = Books.read(VALID + laughs);
    assertThat(result.problems()).hasSize(1 + 39 * 4).allMatch(p -> p.code() == ProblemCode.ALIAS);
  }

  @Test
  void anAliasToItselfIsTold() {
    assertThat(Books.read(VALID + "x-a: &a [*a]\n").problems()).hasSize(2);
  }

  @Test
  void aHugeNumberIsTold() {
    for (String digits : new String[] {"9".repeat(900), "9".repeat(1_000_000), "1e999999999"}) {
      ReadResult result = Books.read("scheme: {zone: UTC, target: " + digits + "}\nactivities: []");
      assertThat(result.problems()).singleElement().matches(p -> p.message().length() < 200);
    }
  }

  @Test
  void brokenUtf8IsTold() {
    byte[] broken = (VALID + "x-a: ?\n").getBytes(UTF_8);
    broken[VALID.length() + 5] = (byte) 0xC3;
    assertThat(RuleBookFile.read("book.yaml", broken).problems())
        .singleElement()
        .matches(p -> p.code() == ProblemCode.SYNTAX && p.line() == 3);
  }

  @Test
  void aByteOrderMarkIsSkipped() {
    assertThat(Books.read("\uFEFF" + VALID).problems()).isEmpty();
  }

  @Test
  void controlCharactersAreTold() {
    assertThat(Books.read(VALID + "x-a: \"\u0001\"\n").problems())
        .singleElement()
        .matches(p -> p.code() == ProblemCode.SYNTAX && p.line() == 3);
  }

  @Test
  void messagesStayOnOneLine() {
    ReadResult result = Books.read(VALID + "\"a\\nb\\u2028\\e[31m\": 1\n");
    assertThat(result.problems()).hasSize(1);
    assertThat(result.problems().get(0).toString().chars())
        .noneMatch(c -> Character.isISOControl(c) || c == '\u2028');
  }

  @Test
  void randomBytesNeverThrow() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      byte[] content = new byte[random.nextInt(2_000)];
      random.nextBytes(content);
      assertThat(RuleBookFile.read("book.yaml", content).hasErrors()).as("seed %d", seed).isTrue();
    }
  }

  @Test
  void damagedRuleBooksNeverThrow() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[] whole = Books.full();
    String marks = "[]{},:-#&*!|>'\"%@`?~ \t\n0aé";
    for (int i = 0; i < 500; i++) {
      byte[] content = Arrays.copyOf(whole, whole.length - random.nextInt(2) * random.nextInt(500));
      for (int edit = random.nextInt(8); edit >= 0; edit--) {
        char mark = marks.charAt(random.nextInt(marks.length()));
        content[random.nextInt(content.length)] = (byte) mark;
      }
      ReadResult result = RuleBookFile.read("book.yaml", content);
      if (!result.hasErrors()) {
        assertThat(RuleBooks.from(result.revision(1, 0))).as("seed %d", seed).isNotNull();
      }
    }
  }

  private static String staircase(int steps) {
    StringBuilder stairs = new StringBuilder();
    for (int i = 0; i < steps; i++) {
      stairs.append(" ".repeat(i)).append("a:\n");
    }
    return stairs.toString();
  }

  private static String oneActivity(String title, int dates) {
    StringBuilder yaml =
        new StringBuilder("activities:\n  - {id: a, kind: course, category: elective, title: ")
            .append(title)
            .append(", credits: [");
    for (int i = 0; i < dates; i++) {
      String date = LocalDate.ofEpochDay(i).toString();
      yaml.append("{from: ").append(date).append(", value: ").append(i).append("},");
    }
    return yaml + "]}\nscheme: {zone: UTC}\n";
  }
}
