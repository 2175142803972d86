package io.growthline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.hostile.HostileInput;
import io.growthline.hostile.HostileInput.Spoilt;
import io.growthline.hostile.HostileSeed;
import io.growthline.hostile.RawInput;
import io.growthline.oracle.ManyEmployees;
import io.growthline.rulebook.ReadResult;
import io.growthline.rulebook.RuleBookFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand usable lines among thousands that are not: every line is accounted for, and the
 * usable ones give what they give without the others. A failing task would fail the replay, which
 * never restarts one.
 */
class HostileInputIT {

  private static final long SEED = HostileSeed.print();
  private static final int ONE_MEBIBYTE = 1024 * 1024;
  private static final int TEN_MEBIBYTES = 10 * ONE_MEBIBYTE;

  /** Ten different ones stand for all that are just too long: half a gigabyte needs no heap. */
  private static final int DIFFERENT_LENGTHS = 10;

  @TempDir static Path folder;

  private static HostileInput input;
  private static ReplayReport report;
  private static Tables tables;

  @BeforeAll
  static void replay() throws Exception {
    List<Integer> tooLong =
        new ArrayList<>(List.of(TEN_MEBIBYTES, TEN_MEBIBYTES + 1, TEN_MEBIBYTES + 2));
    for (int more = 0; more < DIFFERENT_LENGTHS; more++) {
      tooLong.add(ONE_MEBIBYTE + more);
    }
    input = onLines(HostileInput.make(SEED, tooLong));
    List<RawInput> all = new ArrayList<>(accepted());
    all.addAll(input.spelledOut());
    all.addAll(input.ofTheFarFuture());
    all.addAll(unusable());
    report = replay("hostile", all);
    tables = new Tables(folder.resolve("hostile/tables"));
  }

  @AfterAll
  static void close() throws Exception {
    tables.close();
  }

  @Test
  void everyLineIsCountedOnce() {
    int distinct = accepted().size() + input.spelledOut().size() - input.duplicates();
    assertThat(report.read())
        .as("seed %d: %s", SEED, report)
        .isEqualTo(
            report.credited()
                + report.decided()
                + report.earnsNothing()
                + report.deadLetters()
                + report.duplicates()
                + report.later());
    assertThat(report.deadLetters()).as("seed %d", SEED).isEqualTo(unusable().size());
    assertThat(report.duplicates()).as("seed %d", SEED).isEqualTo(input.duplicates());
    assertThat(report.later()).as("seed %d", SEED).isEqualTo(input.ofTheFarFuture().size());
    assertThat(report.credited() + report.decided() + report.earnsNothing())
        .as("seed %d", SEED)
        .isEqualTo(distinct);
    assertThat(input.valid()).hasSizeGreaterThanOrEqualTo(10_000);
  }

  @Test
  void everyUnusableLineIsOneDeadLetter() throws Exception {
    assertThat(deadLetters("sha256"))
        .as("seed %d", SEED)
        .containsExactlyInAnyOrderElementsOf(unusable().stream().map(RawInput::sha256).toList());
  }

  @Test
  void itsReasonIsTheRightOne() throws Exception {
    Map<String, String> reasons = new HashMap<>();
    for (String line : deadLetters("sha256 || ' ' || reason")) {
      int gap = line.indexOf(' ');
      reasons.put(line.substring(0, gap), line.substring(gap + 1));
    }
    for (Spoilt spoilt : input.unusable()) {
      assertThat(reasons.get(spoilt.record().sha256()))
          .as("seed %d, %s: %s", SEED, spoilt.hostility(), spoilt.record().text())
          .matches(spoilt.hostility()::mayBeCalled);
    }
    assertThat(input.oversized()).extracting(r -> reasons.get(r.sha256())).containsOnly("TOO_LONG");
    assertThat(input.ofUnknownActivities())
        .extracting(record -> reasons.get(record.sha256()))
        .containsOnly("UNKNOWN_ACTIVITY");
  }

  @Test
  void theUsableLinesGiveWhatTheyGiveAlone() throws Exception {
    replay("alone", accepted());
    assertThat(tables.differences(folder.resolve("alone/tables")))
        .as("seed %d", SEED)
        .isNotEmpty()
        .allMatch(difference -> difference.startsWith("dead_letters misses"));
  }

  private static List<RawInput> accepted() {
    List<RawInput> accepted = new ArrayList<>(input.valid());
    accepted.addAll(input.odd());
    return accepted;
  }

  /** What is too long occurs often enough to be as many as of the others. */
  private static List<RawInput> unusable() {
    List<RawInput> unusable = new ArrayList<>(input.dead());
    unusable.addAll(input.ofUnknownActivities());
    input.oversized().stream()
        .filter(record -> record.bytes().length < TEN_MEBIBYTES)
        .forEach(
            record ->
                unusable.addAll(
                    Collections.nCopies(HostileInput.EACH / DIFFERENT_LENGTHS - 1, record)));
    return unusable;
  }

  private static HostileInput onLines(HostileInput made) {
    List<Spoilt> unusable =
        made.unusable().stream()
            .map(spoilt -> new Spoilt(spoilt.hostility(), spoilt.record().onOneLine()))
            .toList();
    return new HostileInput(
        made.valid(),
        made.spelledOut(),
        made.odd(),
        made.ofUnknownActivities(),
        made.ofTheFarFuture(),
        unusable,
        made.oversized());
  }

  private static List<String> deadLetters(String column) throws Exception {
    return tables.query(
        "SELECT %s FROM read_parquet('%s/hostile/tables/dead_letters/**/*.parquet')"
            .formatted(column, folder));
  }

  private static ReplayReport replay(String name, List<RawInput> lines) throws Exception {
    Path files = folder.resolve(name).resolve("input");
    ScatteredFolder.write(files, ManyEmployees.ruleBookYaml(), lines, new Random(SEED));
    ReadResult rules = RuleBookFile.read(files.resolve("rulebook.yaml"));
    Path output = folder.resolve(name).resolve("tables");
    return ReplayJob.run(new ReplayOptions(files, output, null, 2, false), rules.revision(1, 0));
  }
}
