package io.growthline.hostile;

import io.growthline.ingest.InputKind;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Makes unusable records: usable ones spoilt in one place, and noise. The same seed makes the same.
 */
record HostileRecords(Random random) {

  private static final int LONGEST_RANDOM = 300;
  private static final int HEADER_BYTES = 10;
  private static final int MARKER_BYTES = 2;

  private static final List<String> ABSURD_TIMES =
      List.of(
          "1969-12-31T23:59:59.999Z",
          "2101-01-01T00:00:00Z",
          "-999999999-01-01T00:00:00Z",
          "+999999999-12-31T23:59:59Z",
          "9999-12-31T23:59:59Z",
          "2026-02-29T09:00:00Z",
          "2026-03-02T24:00:00Z",
          "2026-03-02T09:00:60Z",
          "2026-03-02T09:00:00",
          "2026-03-02T09:00:00+19:00",
          "1772442000000",
          "yesterday",
          "");

  private static final List<Long> ABSURD_MILLIS =
      List.of(-1L, Long.MIN_VALUE, Long.MAX_VALUE, 1_772_442_000_000_000L, 4_133_980_800_000L);

  private static final List<String> ABSURD_DATES =
      List.of(
          "2026-02-29",
          "2026-13-01",
          "0000-00-00",
          "1899-12-31",
          "2200-01-01",
          "+999999999-12-31",
          "2026-03-02T09:00:00Z",
          "20260302",
          "");

  private static final List<String> ABSURD_NUMBERS =
      List.of(
          "1e308",
          "-1e308",
          "1e999999999",
          "-1e2147483648",
          "9".repeat(99),
          "0." + "3".repeat(150),
          "-0.001",
          "1e400",
          "NaN",
          "-Infinity",
          "0x10",
          "1.2.3",
          "99999999999999999999999999");

  RawInput make(Hostility hostility, InputKind kind, int number) {
    SampleEvent sample = SampleEvent.of(kind, number);
    return switch (hostility) {
      case RANDOM_BYTES -> randomBytes(kind);
      case TRUNCATED_AVRO -> {
        byte[] whole = SampleEvent.avro(kind, number);
        yield new RawInput(kind, Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1)));
      }
      case UNKNOWN_FINGERPRINT -> {
        byte[] message = SampleEvent.avro(kind, number);
        byte[] fingerprint = new byte[HEADER_BYTES - MARKER_BYTES];
        random.nextBytes(fingerprint);
        System.arraycopy(fingerprint, 0, message, MARKER_BYTES, fingerprint.length);
        yield new RawInput(kind, message);
      }
      case MISSING_FIELD -> missing(sample);
      case ILL_TYPED_FIELD -> illTyped(sample);
      case ABSURD_TIME -> absurdTime(sample);
      case ABSURD_NUMBER -> absurdNumber(kind, number);
      case ABSURD_TIME_IN_AVRO ->
          new RawInput(kind, SampleEvent.avro(kind, number, of(ABSURD_MILLIS)));
    };
  }

  private RawInput randomBytes(InputKind kind) {
    byte[] bytes = new byte[HEADER_BYTES + random.nextInt(LONGEST_RANDOM)];
    random.nextBytes(bytes);
    return new RawInput(kind, bytes);
  }

  private RawInput missing(SampleEvent sample) {
    String field = of(SampleEvent.required(sample.kind()));
    return (random.nextBoolean() ? sample.without(field) : sample.with(field, "null")).json();
  }

  private RawInput illTyped(SampleEvent sample) {
    String field = of(List.copyOf(sample.fields().keySet()));
    String value = sample.fields().get(field);
    List<String> others =
        List.of("true", "[17]", "{\"value\": 17}").stream()
            .filter(other -> other.charAt(0) != value.charAt(0))
            .toList();
    return sample.with(field, of(others)).json();
  }

  private RawInput absurdTime(SampleEvent sample) {
    List<String> times = fields(sample, Set.of("occurredAt", "effectiveAt"));
    List<String> dates = fields(sample, Set.of("periodStart", "periodEnd", "hiredOn"));
    boolean date = !dates.isEmpty() && random.nextBoolean();
    String absurd = of(date ? ABSURD_DATES : ABSURD_TIMES);
    return sample.with(of(date ? dates : times), "\"" + absurd + "\"").json();
  }

  private RawInput absurdNumber(InputKind kind, int number) {
    Set<String> numbers = Set.of("score", "progress", "rating", "durationSeconds", "credits");
    SampleEvent asked = SampleEvent.of(kind, number);
    SampleEvent sample =
        fields(asked, numbers).isEmpty() ? SampleEvent.of(InputKind.LEARNING, number) : asked;
    return sample.with(of(fields(sample, numbers)), of(ABSURD_NUMBERS)).json();
  }

  private static List<String> fields(SampleEvent sample, Set<String> wanted) {
    return sample.fields().keySet().stream().filter(wanted::contains).toList();
  }

  private <T> T of(List<T> options) {
    return options.get(random.nextInt(options.size()));
  }
}
