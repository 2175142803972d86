package io.growthline.app;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs {@link LakeJob} as its arguments say. */
@Command(
    name = "growthline-lake-job",
    mixinStandardHelpOptions = true,
    description = "Writes what is on Growthline's topics to Parquet tables.")
final class LakeCommand implements Callable<Integer> {

  @Mixin private JobArguments arguments;

  @Option(
      names = "--lake",
      required = true,
      description = "Folder (any Flink file system) for the Parquet tables")
  private String lake;

  @Option(
      names = "--checkpoint-seconds",
      defaultValue = "300",
      description =
          "How often rows become visible, in one file for each table and month (default: 300)")
  private int checkpointSeconds;

  @Override
  public Integer call() throws Exception {
    Duration checkpoints = arguments.seconds("--checkpoint-seconds", checkpointSeconds);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.lake(checkpoints));
    LakeJob.build(env, new LakeOptions(arguments.kafka(), lake, arguments.erasureKey()));
    env.execute("growthline-lake");
    return 0;
  }
}
