package io.growthline.hostile;

import io.growthline.ingest.InputKind;
import io.growthline.oracle.ManyEmployees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Ten thousand usable records and among them at least {@link #EACH} of everything that is not, with
 * what must become of each.
 *
 * @param valid usable records, some of them exact repetitions
 * @param spelledOut some of the valid ones once more, with fields that nobody asks for
 * @param odd usable, and each a fact of its own, but at the edge of what is accepted
 * @param ofUnknownActivities learning events whose activities the rule book lacks
 * @param ofTheFarFuture learning events of the year 2100
 * @param unusable records that nothing can be done with
 * @param oversized records of a mebibyte and more, which are unusable too
 */
public record HostileInput(
    List<RawInput> valid,
    List<RawInput> spelledOut,
    List<RawInput> odd,
    List<RawInput> ofUnknownActivities,
    List<RawInput> ofTheFarFuture,
    List<Spoilt> unusable,
    List<RawInput> oversized) {

  /** How many there are of each kind. */
  public static final int EACH = 500;

  private static final int EMPLOYEES = 700;
  private static final int VALID = 10_000;

  /** An unusable record and in what way it is. */
  public record Spoilt(Hostility hostility, RawInput record) {}

  /**
   * Makes the input.
   *
   * @param oversizedBytes lengths of the oversized records' longest field; one record of each
   */
  public static HostileInput make(long seed, List<Integer> oversizedBytes) {
    Random random = new Random(seed);
    List<RawInput> valid = valid(random.nextLong());
    List<RawInput> spelledOut = new ArrayList<>();
    List<RawInput> odd = new ArrayList<>();
    List<RawInput> unknown = new ArrayList<>();
    List<RawInput> future = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      spelledOut.add(spelledOut(valid.get(random.nextInt(valid.size())), random));
      odd.add(odd(i));
      SampleEvent learning = SampleEvent.of(InputKind.LEARNING, i);
      unknown.add(learning.with("activityId", "\"nobody-knows-" + i + "\"").json());
      future.add(learning.with("occurredAt", "\"2100-12-31T23:59:59Z\"").json());
    }
    List<Spoilt> unusable = new ArrayList<>();
    for (Hostility hostility : Hostility.values()) {
      hostility.make(EACH, random).forEach(record -> unusable.add(new Spoilt(hostility, record)));
    }
    List<RawInput> oversized = oversizedBytes.stream().map(HostileInput::oversized).toList();
    return new HostileInput(valid, spelledOut, odd, unknown, future, unusable, oversized);
  }

  /** Exact repetitions among the valid records and those spelled out. */
  public int duplicates() {
    Set<String> distinct = new HashSet<>();
    valid.forEach(record -> distinct.add(record.kind() + record.text()));
    return valid.size() - distinct.size() + spelledOut.size();
  }

  /** All that is unusable wherever it comes from. */
  public List<RawInput> dead() {
    List<RawInput> dead = new ArrayList<>(oversized);
    unusable.forEach(spoilt -> dead.add(spoilt.record()));
    return dead;
  }

  private static List<RawInput> valid(long seed) {
    ManyEmployees company = ManyEmployees.make(EMPLOYEES, seed);
    List<RawInput> valid = new ArrayList<>();
    company.learningLines().stream()
        .filter(line -> !line.contains("\"unlisted\"") || line.contains("\"VOIDED\""))
        .forEach(line -> valid.add(RawInput.json(InputKind.LEARNING, line)));
    company.hrLines().forEach(line -> valid.add(RawInput.json(InputKind.HR, line)));
    company.commandLines().forEach(line -> valid.add(RawInput.json(InputKind.COMMANDS, line)));
    if (valid.size() < VALID) {
      throw new IllegalStateException("only " + valid.size() + " valid records");
    }
    return valid;
  }

  private static RawInput spelledOut(RawInput record, Random random) {
    List<String> extras =
        List.of(
            "\"extra\": null",
            "\"Verb\": 17",
            "\"\": {}",
            "\"nested\": {\"eventId\": [[\"x\", {}]], \"employeeId\": 1e99}",
            "\"课程\": \"\\u0000\"");
    String extra = extras.get(random.nextInt(extras.size()));
    return RawInput.json(record.kind(), "{" + extra + ", " + record.text().substring(1));
  }

  /** As early as can be, or said to take effect as late as can be. */
  private static RawInput odd(int number) {
    return number % 2 == 0
        ? SampleEvent.of(InputKind.LEARNING, EACH + number)
            .with("occurredAt", "\"1970-01-01T00:00:00Z\"")
            .json()
        : SampleEvent.of(InputKind.HR, EACH + number)
            .with("effectiveAt", "\"2100-12-31T23:59:59.999Z\"")
            .json();
  }

  private static RawInput oversized(int bytes) {
    InputKind kind = SampleEvent.KINDS.get(bytes % SampleEvent.KINDS.size());
    char[] filling = new char[bytes];
    Arrays.fill(filling, 'x');
    return SampleEvent.of(kind, bytes).with("source", "\"" + String.valueOf(filling) + "\"").json();
  }
}
