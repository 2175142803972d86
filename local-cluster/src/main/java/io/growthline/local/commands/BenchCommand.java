package io.growthline.local.commands;

import io.growthline.local.bench.LatencyBench;
import io.growthline.local.bench.Load;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures. */
@Command(
    name = "bench",
    description = "Measurements: a table and JSON.",
    subcommands = {
      BenchCommand.Latency.class,
      LedgerBenchCommand.class,
      RecommendBenchCommand.class
    })
public final class BenchCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new picocli.CommandLine.ParameterException(
        spec.commandLine(), "name a measurement: latency, ledger or recommend");
  }

  /** How long balances and milestones take. */
  @Command(
      name = "latency",
      description = {
        "How long an event takes to a consumer's balance and milestone.",
        "From the instant it is due: an open loop through a real broker, with checkpoints and the"
            + " transactional ledger inside."
      })
  static final class Latency implements Callable<Integer> {

    private static final int MOST_PER_SECOND = 100_000;
    private static final int MOST_EMPLOYEES = 1_000_000;
    private static final int LONGEST_SECONDS = 3_600;

    @Spec private CommandSpec spec;

    @Option(
        names = "--rate",
        paramLabel = "N",
        defaultValue = "2000",
        description = "Events a second. Default: ${DEFAULT-VALUE}.")
    private int perSecond;

    @Option(
        names = "--employees",
        paramLabel = "N",
        defaultValue = "10000",
        description = "People who take turns. Default: ${DEFAULT-VALUE}.")
    private int employees;

    @Option(
        names = "--warm-up",
        paramLabel = "SECONDS",
        defaultValue = "30",
        description = "Load before measuring begins. Default: ${DEFAULT-VALUE}.")
    private int warmUpSeconds;

    @Option(
        names = "--seconds",
        paramLabel = "N",
        defaultValue = "60",
        description = "How long is measured. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
        names = "--ledger-only",
        description = "Leave out features and recommendations, which take most of the CPU.")
    private boolean ledgerOnly;

    @Override
    public Integer call() throws Exception {
      Options.checkRange("--rate", perSecond, 1, MOST_PER_SECOND);
      Options.checkRange("--employees", employees, 1, MOST_EMPLOYEES);
      Options.checkRange("--warm-up", warmUpSeconds, 0, LONGEST_SECONDS);
      Options.checkRange("--seconds", seconds, 1, LONGEST_SECONDS);
      PrintWriter out = spec.commandLine().getOut();
      try (TemporaryFolder temporary = new TemporaryFolder("bench")) {
        Load load = new Load(perSecond, employees, warmUpSeconds, seconds);
        LatencyBench.measure(load, temporary.path(), ledgerOnly).print(out);
      }
      return 0;
    }
  }
}
