package io.growthline.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonLinesTest {

  private final ManyEmployees company = ManyEmployees.make(200, 3);

  @Test
  void whatIsWrittenReadsBackTheSame() {
    assertThat(company.learningLines().stream().map(JsonLines::learningEvent))
        .containsExactlyElementsOf(
            company.byId().values().stream()
                .flatMap(history -> history.learning().stream())
                .toList());
    assertThat(company.hrLines().stream().map(JsonLines::hrEvent))
        .containsExactlyElementsOf(
            company.byId().values().stream().flatMap(history -> history.hr().stream()).toList());
    assertThat(company.commandLines().stream().map(JsonLines::creditCommand))
        .containsExactlyElementsOf(
            company.byId().values().stream()
                .flatMap(history -> history.commands().stream())
                .toList());
  }

  @Test
  void creditsKeepTheirTwoDigits() {
    assertThat(company.commandLines())
        .anyMatch(line -> line.contains("\"credits\":2.50"))
        .anyMatch(line -> line.contains("\"credits\":-1.00"))
        .noneMatch(line -> line.contains("null"));
  }
}
