package io.growthline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormatTest {

  @Test
  void theseAreTheFormatsOfTheGrammar() {
    ReadResult book =
        Books.read(
            """
            scheme: {zone: UTC}
            activities: [{id: a, kind: course, category: elective, credits: 1, format: smell}]
            """);
    assertThat(book.problems())
        .singleElement()
        .asString()
        .contains("one of " + String.join(", ", Format.NAMES));
  }

  @Test
  void whatANewerReleaseNamesIsNoFormatOfThisOne() {
    assertThat(Format.of("hands-on")).isEqualTo(Format.HANDS_ON);
    assertThat(Format.of("smell")).isNull();
    assertThat(Format.of(null)).isNull();
  }
}
