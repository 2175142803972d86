package io.growthline.ledger;

import io.growthline.oracle.GeneratedHistory;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

/** Looks for a history that shows a ledger to be wrong. */
public final class BugHunt implements IntSupplier {

  /** Histories that are looked at, each in one of the ways of {@link LedgerChecks}. */
  public static final int MOST_HISTORIES = 2000;

  /** The fixed seed makes a missed bug the same everywhere. */
  private static final long SEED = 20260301;

  private static final int GENERATION_SIZE = 1000;

  private final LedgerChecks checks = new LedgerChecks();

  /** How many histories it took; one more than {@link #MOST_HISTORIES} if none shows anything. */
  @Override
  public int getAsInt() {
    AtomicInteger taken = new AtomicInteger();
    JqwikSession.run(() -> taken.set(hunt()));
    return taken.get();
  }

  private int hunt() {
    RandomGenerator<GeneratedHistory> histories =
        GeneratedHistory.anyWithUnlistedActivities().generator(GENERATION_SIZE);
    Random random = new Random(SEED);
    for (int taken = 1; taken <= MOST_HISTORIES; taken++) {
      GeneratedHistory history = histories.next(random).value();
      if (!holds(history, taken, random)) {
        return taken;
      }
    }
    return MOST_HISTORIES + 1;
  }

  private boolean holds(GeneratedHistory history, int turn, Random random) {
    try {
      switch (turn % 5) {
        case 0 -> checks.aReplaySaysWhatTheOracleSays(history, random);
        case 1 -> checks.anyOrderEndsWhereTheOracleDoes(history, random);
        case 2 -> checks.aRevisionInBetweenEndsWhereTheOracleDoes(history, random);
        case 3 -> checks.aReplayToldTheAnswersSaysWhatTheOracleSays(history, random);
        default -> checks.aShortHistoryChangesNothing(history, random);
      }
      return true;
    } catch (AssertionError | RuntimeException found) {
      return false;
    }
  }
}
