package io.growthline.local.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures what the ledger is judged by: what a rule book change costs, and what an employee. */
public final class LedgerBench {

  private static final List<Integer> FACTS = List.of(10, 50, 200);

  private LedgerBench() {}

  /**
   * Measures once.
   *
   * @param temporary an empty folder; the caller removes it afterwards
   */
  public static LedgerReport measure(LedgerLoad load, Path temporary) throws Exception {
    List<StateBench.Result> state = new ArrayList<>();
    for (int facts : FACTS) {
      state.add(StateBench.measure(facts, load.stateFacts(), temporary.resolve("state-" + facts)));
    }
    return new LedgerReport(
        load, SettlingBench.measure(load, temporary.resolve("settling")), state);
  }
}
