package io.growthline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The properties of the ledger are worth something: they find mistakes planted in its rules. */
class PlantedBugsIT {

  /**
   * Long enough for all histories; a bug that makes the fold run for ever is no fit for the list.
   */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir Path folder;

  static List<PlantedBug> bugs() {
    return PlantedBug.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bugs")
  void isFound(PlantedBug bug) throws Exception {
    ClassLoader ledger = bug.plantIn(folder);
    int taken = assertTimeoutPreemptively(PATIENCE, () -> hunt(ledger), "a bug that never ends");
    System.out.printf("%4d histories: %s%n", taken, bug);
    assertThat(taken).isLessThanOrEqualTo(BugHunt.MOST_HISTORIES);
  }

  @Test
  void withoutABugNothingIsFound() throws Exception {
    assertThat(hunt(new LedgerClassLoader(folder))).isEqualTo(BugHunt.MOST_HISTORIES + 1);
  }

  private static int hunt(ClassLoader ledger) throws ReflectiveOperationException {
    Class<?> hunt = ledger.loadClass(BugHunt.class.getName());
    return ((IntSupplier) hunt.getConstructor().newInstance()).getAsInt();
  }
}
