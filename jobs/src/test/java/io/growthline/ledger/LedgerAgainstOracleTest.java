package io.growthline.ledger;

import io.growthline.oracle.GeneratedHistory;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/**
 * The ledger against a separate, brute-force reading of the same contract. More histories than
 * those of a build: {@code -Djqwik.tries.default=100000}.
 */
class LedgerAgainstOracleTest {

  private final LedgerChecks checks = new LedgerChecks();

  @Provide
  Arbitrary<GeneratedHistory> histories() {
    return GeneratedHistory.anyWithUnlistedActivities();
  }

  @Property
  void aReplaySaysWhatTheOracleSays(
      @ForAll("histories") GeneratedHistory generated, @ForAll long seed) {
    checks.aReplaySaysWhatTheOracleSays(generated, new Random(seed));
  }

  @Property
  void anyOrderEndsWhereTheOracleDoes(
      @ForAll("histories") GeneratedHistory generated, @ForAll long seed) {
    checks.anyOrderEndsWhereTheOracleDoes(generated, new Random(seed));
  }

  @Property
  void aRevisionInBetweenEndsWhereTheOracleDoes(
      @ForAll("histories") GeneratedHistory generated, @ForAll long seed) {
    checks.aRevisionInBetweenEndsWhereTheOracleDoes(generated, new Random(seed));
  }

  @Property
  void aReplayToldTheAnswersSaysWhatTheOracleSays(
      @ForAll("histories") GeneratedHistory generated, @ForAll long seed) {
    checks.aReplayToldTheAnswersSaysWhatTheOracleSays(generated, new Random(seed));
  }

  @Property
  void whatWasToldBeforeACrashIsOutbidAtRest(
      @ForAll("histories") GeneratedHistory generated, @ForAll long seed) {
    checks.whatWasToldBeforeACrashIsOutbidAtRest(generated, new Random(seed));
  }

  @Property
  void aShortHistoryChangesNothing(
      @ForAll("histories") GeneratedHistory generated, @ForAll long seed) {
    InMemoryLedger ledger = checks.aShortHistoryChangesNothing(generated, new Random(seed));
    Statistics.label("something was forgotten").collect(ledger.hasForgotten());
  }
}
