package io.growthline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.ledger.Category;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways one value may be written in JSON. */
class EventJsonValuesTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "2026-03-02T08:30:00Z, 2026-03-02T08:30:00Z",
    "2026-03-02T08:30:00.123999Z, 2026-03-02T08:30:00.123Z",
    "2026-03-02T16:30:00+08:00, 2026-03-02T08:30:00Z",
    "2026-03-02T16:30:00+0800, 2026-03-02T08:30:00Z",
    "2026-03-02T16:30+08, 2026-03-02T08:30:00Z",
    "2026-03-02t08:30:00z, 2026-03-02T08:30:00Z",
    "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
    "2100-12-31T23:59:59.999Z, 2100-12-31T23:59:59.999Z"
  })
  void timesAreReadToTheMillisecond(String text, Instant expected) {
    String json = ExampleEvents.with(InputKind.LEARNING, "occurredAt", '"' + text + '"');
    assertThat(read(InputKind.LEARNING, json).event().occurredAt())
        .isEqualTo(expected.toEpochMilli());
  }

  @ParameterizedTest(name = "{0} is {1} hundredths")
  @CsvSource({
    "2.5, 250",
    "'\"2.50\"', 250",
    "2.50, 250",
    "-12, -1200",
    "1e1, 1000",
    "0, 0",
    "9999999999.99, 999999999999",
    "'\"-9999999999.99\"', -999999999999"
  })
  void creditsAreExact(String text, long hundredths) {
    assertThat(
            read(InputKind.COMMANDS, ExampleEvents.with(InputKind.COMMANDS, "credits", text))
                .command())
        .extracting(command -> command.credits())
        .isEqualTo(hundredths);
  }

  @ParameterizedTest
  @ValueSource(strings = {"practice", "PRACTICE"})
  void aCategoryIsWrittenAsInTheRuleBookOrTheSchema(String category) {
    String json = ExampleEvents.with(InputKind.COMMANDS, "category", '"' + category + '"');
    assertThat(read(InputKind.COMMANDS, json).command().category()).isEqualTo(Category.PRACTICE);
  }

  @Test
  void aVoidNeedsNoActivity() {
    ObjectNode json = EventText.json(ExampleEvents.learning()).put("verb", "VOIDED");
    json.remove("activityId");
    assertThat(read(InputKind.LEARNING, json.toString()).learning())
        .satisfies(event -> assertThat(event.verb()).isEqualTo(LearningVerb.VOIDED))
        .satisfies(event -> assertThat(event.activityId()).isEmpty());
  }

  @Test
  void attributesTakeScalarsAsText() {
    String json =
        ExampleEvents.with(
            InputKind.LEARNING, "attributes", "{\"n\":2.50,\"b\":true,\"t\":\"x\",\"z\":null}");
    assertThat(read(InputKind.LEARNING, json).learning().attributes())
        .isEqualTo(Map.of("n", "2.50", "b", "true", "t", "x"));
    String empty = ExampleEvents.with(InputKind.LEARNING, "attributes", "{}");
    assertThat(read(InputKind.LEARNING, empty).learning().attributes()).isNull();
  }

  private static InputRecord read(InputKind kind, String json) {
    return kind.read(json.getBytes(StandardCharsets.UTF_8), new Origin("learning.jsonl", "7", 42));
  }
}
