package io.growthline.app;

import java.time.Duration;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.BatchExecutionOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.connector.base.source.reader.SourceReaderOptions;
import org.apache.flink.core.execution.CheckpointingMode;

/** The Flink settings that the jobs rely on; what a deployment may choose is not here. */
public final class JobSettings {

  /** Divisible by most parallelisms; it can never change without losing state. */
  public static final int MAX_PARALLELISM = 240;

  private static final String LOOPBACK = "127.0.0.1";
  private static final long READER_CLOSE_TIMEOUT_MILLIS = 500;

  private JobSettings() {}

  /**
   * Settings of a job that answers an LMS in milliseconds.
   *
   * @param checkpointInterval how often the ledger becomes final for its readers
   */
  public static Configuration live(Duration checkpointInterval) {
    return streaming(checkpointInterval).set(ExecutionOptions.BUFFER_TIMEOUT, Duration.ofMillis(5));
  }

  /**
   * Settings of a job that writes tables.
   *
   * @param checkpointInterval how often files are finished: the longer, the larger they are
   */
  public static Configuration lake(Duration checkpointInterval) {
    return streaming(checkpointInterval);
  }

  private static Configuration streaming(Duration checkpointInterval) {
    Configuration settings = common();
    settings.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.STREAMING);
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpointInterval);
    settings.set(
        CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    settings.set(CheckpointingOptions.ENABLE_UNALIGNED, false);
    settings.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    return settings;
  }

  /** Settings of a batch over files, on a cluster inside this process. */
  public static Configuration replay() {
    Configuration settings = batch();
    // The cluster inside this process serves nobody else.
    settings.set(JobManagerOptions.ADDRESS, LOOPBACK);
    settings.set(JobManagerOptions.BIND_HOST, LOOPBACK);
    settings.set(RestOptions.BIND_ADDRESS, LOOPBACK);
    settings.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
    return settings;
  }

  /** Settings of a batch over files, on whatever cluster it is submitted to. */
  public static Configuration batch() {
    Configuration settings = common();
    settings.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.BATCH);
    // Otherwise the keyed stage runs as one subtask until statistics are there, which is too late.
    settings.set(BatchExecutionOptions.ADAPTIVE_AUTO_PARALLELISM_ENABLED, false);
    // Flink 2.3 sometimes loses the message that ends a file reader (FLINK-40660), and then waits
    // 30 s for it in vain. When a reader closes, all that it has read is processed.
    settings.set(SourceReaderOptions.SOURCE_READER_CLOSE_TIMEOUT, READER_CLOSE_TIMEOUT_MILLIS);
    return settings;
  }

  private static Configuration common() {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.OBJECT_REUSE, true);
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    settings.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
    return settings;
  }
}
