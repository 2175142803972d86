package io.growthline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.schemas.events.Event;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.events.PerformanceEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written from a record reads back to it; what is hostile never makes the reader throw. */
class EventJsonPropertyTest {

  private static final Origin ORIGIN = new Origin("learning.events", "0:1", 42);
  private static final long LAST_MILLI = Instant.parse("2101-01-01T00:00:00Z").toEpochMilli() - 1;

  @Property(tries = 500)
  void learningEventsReadBack(@ForAll("learningEvents") LearningEvent event) {
    assertThat(readBack(InputKind.LEARNING, event)).isEqualTo(event);
  }

  @Property(tries = 500)
  void performanceEventsReadBack(@ForAll("performanceEvents") PerformanceEvent event) {
    assertThat(readBack(InputKind.PERFORMANCE, event)).isEqualTo(event);
  }

  @Property(tries = 1000)
  void randomBytesAreDeadLetters(@ForAll byte[] bytes, @ForAll InputKind kind) {
    assertThat(kind.read(bytes, ORIGIN).deadLetter()).isNotNull();
  }

  @Property(tries = 2000)
  void damagedLinesAreWhatTheyWereOrDeadLetters(
      @ForAll InputKind kind,
      @ForAll("positions") int position,
      @ForAll("insertions") String insertion,
      @ForAll("positions") int removed) {
    String json =
        kind == InputKind.OUTCOMES
            ? OutcomeJsonTest.LINE
            : EventText.json(ExampleEvents.of(kind)).toString();
    int from = position % json.length();
    int to = Math.min(json.length(), from + removed % 8);
    byte[] damaged =
        (json.substring(0, from) + insertion + json.substring(to)).getBytes(StandardCharsets.UTF_8);
    InputRecord record = kind.read(damaged, ORIGIN);
    boolean usable = record.event() != null || record.outcome() != null;
    assertThat(usable).isEqualTo(record.deadLetter() == null);
  }

  private static Event readBack(InputKind kind, Event event) {
    byte[] json = EventText.json(event).toString().getBytes(StandardCharsets.UTF_8);
    return kind.read(json, ORIGIN).event();
  }

  @Provide
  Arbitrary<Integer> positions() {
    return Arbitraries.integers().between(0, 10_000);
  }

  @Provide
  Arbitrary<String> insertions() {
    return Arbitraries.of(
        "",
        "{",
        "}",
        "[",
        "]",
        "\"",
        ":",
        ",",
        "null",
        "true",
        "-",
        "1e99999999999",
        "1e999999999",
        "0.0000001",
        "-1",
        "NaN",
        "\\u0000",
        "\\ud83d",
        "\u0000",
        "\uFEFF",
        "999999999999999999999",
        "{\"a\":[{}]}",
        "9999-12-31T23:59:60Z",
        "\"\"",
        "P1D",
        "😀");
  }

  @Provide
  Arbitrary<LearningEvent> learningEvents() {
    Arbitrary<String> ids = ids();
    Arbitrary<Double> ratios = Arbitraries.doubles().between(0, 1).ofScale(6).injectNull(.3);
    return Combinators.combine(
            ids,
            ids.injectNull(.3),
            Arbitraries.longs().between(0, LAST_MILLI),
            Arbitraries.of(LearningVerb.class).filter(verb -> verb != LearningVerb.UNKNOWN),
            ratios,
            Arbitraries.longs().between(0, 100_000).injectNull(.3),
            Arbitraries.maps(ids, Arbitraries.strings().all().ofMaxLength(9).filter(this::isWhole))
                .ofMinSize(1)
                .ofMaxSize(3)
                .injectNull(.3))
        .as(EventJsonPropertyTest::learning);
  }

  private static LearningEvent learning(
      String id,
      String otherId,
      long at,
      LearningVerb verb,
      Double ratio,
      Long seconds,
      Map<String, String> attributes) {
    return new LearningEvent(
        id,
        "s" + id,
        "e" + id,
        at,
        verb,
        id,
        ratio,
        ratio,
        null,
        seconds,
        otherId,
        id,
        otherId,
        attributes);
  }

  @Provide
  Arbitrary<PerformanceEvent> performanceEvents() {
    return Combinators.combine(
            ids(),
            ids().injectNull(.5),
            Arbitraries.doubles(),
            Arbitraries.integers().between(0, 20_000),
            Arbitraries.integers().between(1, 400))
        .as(
            (id, other, value, start, days) ->
                new PerformanceEvent(
                    id,
                    id,
                    id,
                    0,
                    id,
                    value,
                    other,
                    other,
                    start,
                    start + days,
                    other,
                    other,
                    null));
  }

  private Arbitrary<String> ids() {
    return Arbitraries.strings()
        .withCharRange('!', '~')
        .withChars("é北 ")
        .ofMinLength(1)
        .ofMaxLength(20)
        .filter(id -> !id.isBlank());
  }

  private boolean isWhole(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
