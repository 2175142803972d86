package io.growthline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.deadletters.DeadLetterReason;
import io.growthline.schemas.events.Event;
import io.growthline.schemas.hashing.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 3 of the contract, rule by rule. */
class EventJsonTest {

  private static final Origin ORIGIN = new Origin("learning.jsonl", "7", 42);

  @Test
  void everyFieldOfEveryEventIsRead() {
    assertThat(readBack(InputKind.LEARNING, ExampleEvents.learning()))
        .isEqualTo(ExampleEvents.learning());
    assertThat(readBack(InputKind.COMMANDS, ExampleEvents.command()))
        .isEqualTo(ExampleEvents.command());
    assertThat(readBack(InputKind.PERFORMANCE, ExampleEvents.performance()))
        .isEqualTo(ExampleEvents.performance());
    assertThat(readBack(InputKind.HR, ExampleEvents.hr())).isEqualTo(ExampleEvents.hr());
    assertThat(readBack(InputKind.SURVEYS, ExampleEvents.survey()))
        .isEqualTo(ExampleEvents.survey());
  }

  private static Event readBack(InputKind kind, Event event) {
    return read(kind, EventText.json(event).toString()).event();
  }

  @ParameterizedTest(name = "{0}.{1} = {2}: {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          LEARNING    | eventId          | null                        | MISSING_FIELD
          LEARNING    | eventId          | ""                          | MISSING_FIELD
          LEARNING    | eventId          | " "                         | MISSING_FIELD
          LEARNING    | eventId          | 7                           | WRONG_TYPE
          LEARNING    | eventId          | "a\\u0000b"                 | MALFORMED_ID
          LEARNING    | eventId          | "\\ud800"                   | INVALID_UTF8
          LEARNING    | source           | null                        | MISSING_FIELD
          LEARNING    | employeeId       | null                        | MISSING_FIELD
          LEARNING    | employeeId       | ["li-na"]                   | WRONG_TYPE
          LEARNING    | occurredAt       | null                        | MISSING_FIELD
          LEARNING    | occurredAt       | 1700000000000               | WRONG_TYPE
          LEARNING    | occurredAt       | "2026-03-02T08:30:00"       | MALFORMED_TIME
          LEARNING    | occurredAt       | "2026-03-02"                | MALFORMED_TIME
          LEARNING    | occurredAt       | "2026-02-29T08:30:00Z"      | MALFORMED_TIME
          LEARNING    | occurredAt       | "2026-03-02T24:00:00Z"      | MALFORMED_TIME
          LEARNING    | occurredAt       | "2016-12-31T23:59:60Z"      | MALFORMED_TIME
          LEARNING    | occurredAt       | "2026-03-02T08:30:00+99:00" | MALFORMED_TIME
          LEARNING    | occurredAt       | "1969-12-31T23:59:59.999Z"  | OUT_OF_RANGE
          LEARNING    | occurredAt       | "2101-01-01T00:00:00Z"      | OUT_OF_RANGE
          LEARNING    | occurredAt       | "+999999999-12-31T23:59:59Z"| MALFORMED_TIME
          LEARNING    | verb             | null                        | MISSING_FIELD
          LEARNING    | verb             | "DANCED"                    | UNKNOWN_SYMBOL
          LEARNING    | verb             | "UNKNOWN"                   | UNKNOWN_SYMBOL
          LEARNING    | verb             | "completed"                 | UNKNOWN_SYMBOL
          LEARNING    | verb             | 3                           | WRONG_TYPE
          LEARNING    | activityId       | null                        | MISSING_FIELD
          LEARNING    | score            | 1.01                        | OUT_OF_RANGE
          LEARNING    | score            | -0.01                       | OUT_OF_RANGE
          LEARNING    | score            | "0.8"                       | WRONG_TYPE
          LEARNING    | score            | 1e999999999                 | OUT_OF_RANGE
          LEARNING    | score            | NaN                         | MALFORMED_JSON
          LEARNING    | progress         | 85                          | OUT_OF_RANGE
          LEARNING    | rating           | 0.9                         | OUT_OF_RANGE
          LEARNING    | rating           | 6                           | OUT_OF_RANGE
          LEARNING    | durationSeconds  | -1                          | OUT_OF_RANGE
          LEARNING    | durationSeconds  | 1.5                         | TOO_PRECISE
          LEARNING    | durationSeconds  | 1e400000000                 | OUT_OF_RANGE
          LEARNING    | submissionId     | ""                          | MISSING_FIELD
          LEARNING    | attributes       | "shift"                     | WRONG_TYPE
          LEARNING    | attributes       | {"a":{"b":"c"}}             | WRONG_TYPE
          LEARNING    | attributes       | {"":"c"}                    | MISSING_FIELD
          COMMANDS    | kind             | "STEAL"                     | UNKNOWN_SYMBOL
          COMMANDS    | credits          | 2.505                       | TOO_PRECISE
          COMMANDS    | credits          | "2.500"                     | TOO_PRECISE
          COMMANDS    | credits          | "two"                       | WRONG_TYPE
          COMMANDS    | credits          | true                        | WRONG_TYPE
          COMMANDS    | credits          | null                        | MISSING_FIELD
          COMMANDS    | credits          | 10000000000                 | OUT_OF_RANGE
          COMMANDS    | credits          | 1e999999999                 | OUT_OF_RANGE
          COMMANDS    | category         | null                        | MISSING_FIELD
          COMMANDS    | category         | "optional"                  | UNKNOWN_SYMBOL
          PERFORMANCE | metric           | null                        | MISSING_FIELD
          PERFORMANCE | value            | null                        | MISSING_FIELD
          PERFORMANCE | value            | 1e400                       | OUT_OF_RANGE
          PERFORMANCE | value            | "12"                        | WRONG_TYPE
          PERFORMANCE | periodStart      | "2026-2-1"                  | MALFORMED_TIME
          PERFORMANCE | periodStart      | "2026-02-30"                | MALFORMED_TIME
          PERFORMANCE | periodStart      | "0001-01-01"                | OUT_OF_RANGE
          PERFORMANCE | periodEnd        | "2026-02-01"                | OUT_OF_RANGE
          PERFORMANCE | periodEnd        | null                        | MISSING_FIELD
          HR          | kind             | null                        | MISSING_FIELD
          HR          | effectiveAt      | null                        | MISSING_FIELD
          HR          | effectiveAt      | "yesterday"                 | MALFORMED_TIME
          HR          | hiredOn          | "2026-03-02T00:00:00Z"      | MALFORMED_TIME
          HR          | preferredFormats | "video"                     | WRONG_TYPE
          HR          | preferredFormats | [1]                         | WRONG_TYPE
          HR          | preferredFormats | [""]                        | MISSING_FIELD
          SURVEYS     | about            | "weather"                   | UNKNOWN_SYMBOL
          SURVEYS     | score            | null                        | MISSING_FIELD
          SURVEYS     | score            | 65                          | OUT_OF_RANGE
          """)
  void aFieldThatBreaksTheContractMakesADeadLetter(
      InputKind kind, String field, String value, DeadLetterReason reason) {
    String valid = EventText.json(ExampleEvents.of(kind)).toString();
    assertThat(read(kind, valid).deadLetter()).isNull();

    assertReason(kind, ExampleEvents.with(kind, field, value), reason);
  }

  @ParameterizedTest(name = "{1} as {0}: {2}")
  @CsvSource({
    "LEARNING, VOIDED, voidsEventId",
    "COMMANDS, REDEEM, rewardId",
    "COMMANDS, CANCEL, targetEventId",
    "COMMANDS, ADJUST, credits",
    "COMMANDS, ADJUST, category"
  })
  void whatAVerbOrKindNeedsIsRequired(InputKind kind, String symbol, String field) {
    String symbolField = kind == InputKind.LEARNING ? "verb" : "kind";
    ObjectNode json = EventText.json(ExampleEvents.of(kind)).put(symbolField, symbol);
    assertThat(read(kind, json.toString()).deadLetter()).isNull();
    json.remove(field);
    assertReason(kind, json.toString(), DeadLetterReason.MISSING_FIELD);
  }

  @Test
  void fieldsNobodyKnowsAreIgnored() {
    assertThat(
            read(InputKind.HR, ExampleEvents.with(InputKind.HR, "shoeSize", "{\"eu\":[38]}")).hr())
        .isEqualTo(ExampleEvents.hr());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [1,2]                             | WRONG_TYPE
          "text"                            | WRONG_TYPE
          null                              | WRONG_TYPE
          {"eventId":"a"                    | MALFORMED_JSON
          {"eventId":"a"} {}                | MALFORMED_JSON
          {"eventId":"a"}x                  | MALFORMED_JSON
          {'eventId':"a"}                   | MALFORMED_JSON
          {"eventId":"a","eventId":"a"}     | DUPLICATE_KEY
          {"x":{"a":1,"a":2}}               | DUPLICATE_KEY
          {}                                | MISSING_FIELD
          """)
  void whatIsNoSingleObjectMakesADeadLetter(String text, DeadLetterReason reason) {
    assertReason(InputKind.LEARNING, text, reason);
  }

  @Test
  void blanksAreNoJson() {
    assertReason(InputKind.LEARNING, "  ", DeadLetterReason.MALFORMED_JSON);
  }

  @Test
  void everythingHasALimit() {
    String deep = "{\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
    assertReason(InputKind.LEARNING, deep, DeadLetterReason.TOO_LONG);
    String digits = ExampleEvents.with(InputKind.LEARNING, "score", "0." + "1".repeat(200));
    assertReason(InputKind.LEARNING, digits, DeadLetterReason.TOO_LONG);
    String credits = ExampleEvents.with(InputKind.COMMANDS, "credits", '"' + "1".repeat(200) + '"');
    assertReason(InputKind.COMMANDS, credits, DeadLetterReason.TOO_LONG);
    String comment =
        ExampleEvents.with(InputKind.SURVEYS, "comment", '"' + "x".repeat(32_769) + '"');
    assertReason(InputKind.SURVEYS, comment, DeadLetterReason.TOO_LONG);
    String atLimit = ExampleEvents.with(InputKind.LEARNING, "eventId", '"' + "x".repeat(256) + '"');
    assertThat(read(InputKind.LEARNING, atLimit).deadLetter()).isNull();
    String overLimit =
        ExampleEvents.with(InputKind.LEARNING, "eventId", '"' + "x".repeat(257) + '"');
    assertReason(InputKind.LEARNING, overLimit, DeadLetterReason.TOO_LONG);
  }

  @Test
  void bytesThatAreNoUtf8MakeADeadLetter() {
    byte[] latin1 =
        EventText.json(ExampleEvents.learning())
            .put("employeeId", "Jürgen")
            .toString()
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(InputKind.LEARNING.read(latin1, ORIGIN).deadLetter().reason())
        .isEqualTo("INVALID_UTF8");
  }

  @Test
  void aDeadLetterSaysWhereAndWhyButNothingPersonal() {
    String json = ExampleEvents.with(InputKind.LEARNING, "score", "\"secret\"");
    DeadLetter letter = read(InputKind.LEARNING, json).deadLetter();
    assertThat(letter.source()).isEqualTo("learning.jsonl");
    assertThat(letter.position()).isEqualTo("7");
    assertThat(letter.recordedAt()).isEqualTo(42);
    assertThat(letter.detail()).isEqualTo("score is not a number");
    assertThat(letter.raw()).asString(StandardCharsets.UTF_8).isEqualTo(json);
    assertThat(letter.length()).isEqualTo(letter.raw().length);
    assertThat(letter.sha256()).hasSize(64);
  }

  @Test
  void aDeadLetterKeepsTheStartOfALongRecord() {
    byte[] json =
        ExampleEvents.with(InputKind.SURVEYS, "comment", '"' + "x".repeat(100_000) + '"')
            .getBytes(StandardCharsets.UTF_8);
    DeadLetter letter = InputKind.SURVEYS.read(json, ORIGIN).deadLetter();
    assertThat(letter.raw()).hasSize(64 * 1024);
    assertThat(letter.length()).isEqualTo(json.length);
    assertThat(letter.sha256()).isEqualTo(Sha256.hex(json));
  }

  private static void assertReason(InputKind kind, String json, DeadLetterReason reason) {
    InputRecord record = read(kind, json);
    assertThat(record.event()).isNull();
    assertThat(record.deadLetter().reason())
        .as(record.deadLetter().detail())
        .isEqualTo(reason.name());
  }

  private static InputRecord read(InputKind kind, String json) {
    return kind.read(json.getBytes(StandardCharsets.UTF_8), ORIGIN);
  }

  @Test
  void theExamplesSetEveryField() {
    for (InputKind kind : EnumSet.complementOf(EnumSet.of(InputKind.OUTCOMES))) {
      for (JsonNode value : EventText.json(ExampleEvents.of(kind))) {
        assertThat(value.isNull()).isFalse();
      }
    }
  }
}
