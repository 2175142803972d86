package io.growthline.app;

import io.growthline.ledger.LedgerOptions;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs {@link GrowthlineJob} as its arguments say. */
@Command(
    name = "growthline-job",
    mixinStandardHelpOptions = true,
    description = "Runs Growthline's pipelines on a Flink cluster.")
final class GrowthlineCommand implements Callable<Integer> {

  @Mixin private JobArguments arguments;

  @Option(
      names = "--checkpoint-seconds",
      defaultValue = "10",
      description = "How often the ledger becomes final for its readers (default: 10)")
  private int checkpointSeconds;

  @Option(
      names = "--sweep-seconds",
      defaultValue = "10",
      description =
          "Time over which a new rule book's re-folding is spread (default: 10); give a million"
              + " employees some minutes")
  private int sweepSeconds;

  @Option(
      names = "--ledger-only",
      description = "Leaves out features and recommendations, which take most of the CPU")
  private boolean ledgerOnly;

  @Override
  public Integer call() throws Exception {
    Duration checkpoints = arguments.seconds("--checkpoint-seconds", checkpointSeconds);
    Duration sweep = arguments.seconds("--sweep-seconds", sweepSeconds);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.live(checkpoints));
    GrowthlineOptions options = GrowthlineJob.options(arguments.kafka());
    LedgerOptions ledger =
        options.ledger().withSweepSpread(sweep).withErasureKey(arguments.erasureKey());
    GrowthlineJob.build(env, new GrowthlineOptions(options.kafka(), ledger, ledgerOnly));
    env.execute("growthline");
    return 0;
  }
}
