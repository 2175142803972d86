package io.growthline.local.commands;

import io.growthline.local.bench.LedgerBench;
import io.growthline.local.bench.LedgerLoad;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a rule book change and an employee cost the ledger. */
@Command(
    name = "ledger",
    description = {
      "What a rule book change costs, and what an employee costs.",
      "A change touches an award of everyone while new events keep coming: through a real broker,"
          + " with checkpoints and the transactional ledger. Heap and CPU of an employee with 10, 50"
          + " and 200 facts: of the ledger's operator alone.",
      "For 100,000 employees give it a larger heap: GROWTHLINE_JAVA_OPTIONS=-Xmx10g."
    })
final class LedgerBenchCommand implements Callable<Integer> {

  private static final int MOST_EMPLOYEES = 1_000_000;
  private static final int MOST_FACTS = 500;
  private static final int MOST_PER_SECOND = 100_000;
  private static final int MOST_CHANGES = 100;
  private static final int LONGEST_SECONDS = 3_600;
  private static final int LEAST_STATE_FACTS = 1_000;
  private static final int MOST_STATE_FACTS = 10_000_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--employees",
      paramLabel = "N",
      defaultValue = "100000",
      description = "People whom each change touches. Default: ${DEFAULT-VALUE}.")
  private int employees;

  @Option(
      names = "--facts",
      paramLabel = "N",
      defaultValue = "10",
      description = "Facts of each of them. Default: ${DEFAULT-VALUE}.")
  private int facts;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "500",
      description = "New events a second. Default: ${DEFAULT-VALUE}.")
  private int perSecond;

  @Option(
      names = "--changes",
      paramLabel = "N",
      defaultValue = "3",
      description = "Rule book changes, one after the other. Default: ${DEFAULT-VALUE}.")
  private int changes;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "15",
      description = "New events before measuring, for each change. Default: ${DEFAULT-VALUE}.")
  private int warmUpSeconds;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "30",
      description = "Measured before each change. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--state-facts",
      paramLabel = "N",
      defaultValue = "400000",
      description =
          "Facts of all employees together when heap and CPU of one are measured. Default:"
              + " ${DEFAULT-VALUE}.")
  private int stateFacts;

  @Override
  public Integer call() throws Exception {
    Options.checkRange("--employees", employees, 1, MOST_EMPLOYEES);
    Options.checkRange("--facts", facts, 1, MOST_FACTS);
    Options.checkRange("--rate", perSecond, 1, MOST_PER_SECOND);
    Options.checkRange("--changes", changes, 1, MOST_CHANGES);
    Options.checkRange("--warm-up", warmUpSeconds, 0, LONGEST_SECONDS);
    Options.checkRange("--seconds", seconds, 1, LONGEST_SECONDS);
    Options.checkRange("--state-facts", stateFacts, LEAST_STATE_FACTS, MOST_STATE_FACTS);
    PrintWriter out = spec.commandLine().getOut();
    try (TemporaryFolder temporary = new TemporaryFolder("bench")) {
      LedgerLoad load =
          new LedgerLoad(employees, facts, perSecond, changes, warmUpSeconds, seconds, stateFacts);
      LedgerBench.measure(load, temporary.path()).print(out);
    }
    return 0;
  }
}
