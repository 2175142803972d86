package io.growthline.local.bench;

import io.growthline.rulebook.ReadResult;
import io.growthline.rulebook.RuleBookFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Measures the whole way: a broker, the job with its transactional ledger, a load, a consumer. */
public final class LatencyBench {

  private static final String RULE_BOOK = "/bench/rulebook.yaml";

  private LatencyBench() {}

  /**
   * Measures once.
   *
   * @param temporary an empty folder; the caller removes it afterwards
   * @param ledgerOnly whether features and recommendations are left out
   */
  public static LatencyReport measure(Load load, Path temporary, boolean ledgerOnly)
      throws Exception {
    try (LiveLedger ledger = LiveLedger.start(ruleBook(), temporary, ledgerOnly)) {
      LatencyMeasurement.Result result = new LatencyMeasurement(load, ledger.bootstrap()).run();
      ledger.job().checkAlive();
      return new LatencyReport(
          load,
          ledgerOnly,
          result.balances(),
          result.milestones(),
          ledger.job().completedCheckpoints(),
          ledger.job().restarts());
    }
  }

  private static ReadResult ruleBook() throws IOException {
    try (InputStream ruleBook = LatencyBench.class.getResourceAsStream(RULE_BOOK)) {
      return RuleBookFile.read("bench", ruleBook.readAllBytes());
    }
  }
}
