package io.growthline.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.growthline.schemas.tables.Table;
import io.growthline.schemas.tables.TableCatalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ctrl-C at any moment of a demo, from the launcher's first steps to the last words: it ends with
 * 130 and leaves nothing but tables that can be read. {@code -Dgrowthline.interruption.seed=N}
 * draws the moments of another run again.
 */
@EnabledOnOs(OS.LINUX) // /proc tells what is left
class DemoInterruptionIT {

  private static final long SEED =
      Long.getLong("growthline.interruption.seed", new Random().nextInt(1_000_000));
  private static final int MOMENTS = 10;
  private static final double EARLIER = 0.8;
  private static final String LAST_WORDS = "growthline explain";

  @TempDir static Path uninterrupted;
  private static long lifeMillis;

  @TempDir Path folder;

  @BeforeAll
  static void measureHowLongItLives() throws Exception {
    System.out.println("interruptions: -Dgrowthline.interruption.seed=" + SEED);
    long start = System.nanoTime();
    try (LauncherCall demo = demo(uninterrupted)) {
      assertThat(demo.exitCode()).isZero();
    }
    lifeMillis = Duration.ofNanos(System.nanoTime() - start).toMillis();
  }

  /** One in each tenth of a life, so that start-up, streaming and shutdown all have theirs. */
  static List<Double> moments() {
    Random random = new Random(SEED);
    return IntStream.range(0, MOMENTS)
        .mapToObj(tenth -> (tenth + random.nextDouble()) / MOMENTS)
        .toList();
  }

  @ParameterizedTest(name = "interrupted after {0} of its life")
  @MethodSource("moments")
  void itLeavesNothingButReadableTables(double partOfLife) throws Exception {
    double moment = partOfLife * lifeMillis;
    while (!isInterrupted((long) moment)) {
      // The machine was busier when a life was measured, and this one was over already.
      moment *= EARLIER;
    }
  }

  /** Whether it still had something to say then; if so, all is well with what it leaves. */
  private boolean isInterrupted(long afterMillis) throws Exception {
    boolean interrupted;
    boolean hadStreamed;
    try (LauncherCall demo = demo(folder)) {
      demo.endsWithin(Duration.ofMillis(afterMillis));
      Set<String> sockets = demo.listeningSockets();
      hadStreamed = says(demo, "events sent");
      demo.signal("INT");
      interrupted = demo.exitCode() != 0 || !says(demo, LAST_WORDS);
      assertThat(demo.err()).as("seed %d", SEED).isEmpty();
      assertThat(demo.exitCode()).as("seed %d", SEED).isEqualTo(interrupted ? 130 : 0);
      leavesNothing(demo, sockets);
    }
    Map<String, Long> rows = new LakeFiles(folder.resolve("lake")).readAll();
    if (hadStreamed) {
      assertThat(rows).containsOnlyKeys(TableCatalogue.all().stream().map(Table::name).toList());
    }
    return interrupted;
  }

  @Test
  void whatItListensOnIsSeen() throws Exception {
    try (LauncherCall demo = demo(folder)) {
      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(() -> assertThat(demo.listeningSockets()).hasSizeGreaterThan(1));
      assertThat(ProcessTraces.listeningSockets()).containsAll(demo.listeningSockets());
      assertThat(demo.processes()).isNotEmpty();
      assertThat(demo.temporaryFiles()).isNotEmpty();
      demo.signal("INT");
      assertThat(demo.exitCode()).isEqualTo(130);
    }
  }

  private static LauncherCall demo(Path folder) throws Exception {
    return LauncherCall.start(
        LauncherCall.launcher(),
        folder,
        "demo",
        "--output",
        "lake",
        "--overwrite",
        "--employees",
        "5",
        "--seconds",
        "3");
  }

  private static boolean says(LauncherCall demo, String text) throws Exception {
    return demo.out().stream().anyMatch(line -> line.contains(text));
  }

  private static void leavesNothing(LauncherCall demo, Set<String> sockets) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> {
              assertThat(demo.processes()).as("seed %d", SEED).isEmpty();
              assertThat(ProcessTraces.listeningSockets()).noneMatch(sockets::contains);
              assertThat(demo.temporaryFiles()).as("seed %d", SEED).isEmpty();
              assertThat(demo.announcements()).as("seed %d", SEED).isEmpty();
            });
  }
}
