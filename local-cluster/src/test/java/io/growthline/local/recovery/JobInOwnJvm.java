package io.growthline.local.recovery;

import io.growthline.app.GrowthlineJob;
import io.growthline.app.GrowthlineOptions;
import io.growthline.app.JobSettings;
import io.growthline.app.KafkaSettings;
import io.growthline.facts.ErasureKey;
import io.growthline.ledger.LedgerOptions;
import io.growthline.schemas.topics.TopicPrefix;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.checkpoint.RestoredCheckpointStats;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Runs all pipelines until it is killed; says on standard output from which checkpoint it was
 * restored and when it runs. It ends by itself with the process that started it.
 */
public final class JobInOwnJvm {

  static final String RESTORED = "RESTORED ";
  static final String RUNNING = "RUNNING";

  /** No checkpoint to restore: begin anew. */
  static final String FROM_THE_BEGINNING = "-";

  private static final int PARALLELISM = 2;
  private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(1);
  private static final Duration SWEEP_SPREAD = Duration.ofSeconds(4);
  private static final long POLL_MILLIS = 50;

  private JobInOwnJvm() {}

  /**
   * Arguments: the broker, for how many days an event waits for a rule book that knows its
   * activity, a folder for Flink's files, a folder for checkpoints, the checkpoint to restore or
   * {@link #FROM_THE_BEGINNING}.
   */
  public static void main(String[] arguments) throws Exception {
    endWithParent();
    Configuration settings = settings(arguments[3], arguments[4]);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(settings);
    environment.setParallelism(PARALLELISM);
    LedgerOptions ledger =
        new LedgerOptions(
            null,
            SWEEP_SPREAD,
            Duration.ofDays(Long.parseLong(arguments[1])),
            TopicPrefix.NONE,
            ErasureKey.PUBLIC);
    KafkaSettings kafka = new KafkaSettings(arguments[0], TopicPrefix.NONE, Map.of());
    GrowthlineJob.build(environment, new GrowthlineOptions(kafka, ledger, false));
    try (MiniCluster cluster = new MiniCluster(cluster(arguments[2]))) {
      cluster.start();
      JobID job = cluster.submitJob(environment.getStreamGraph().getJobGraph()).get().getJobID();
      awaitRunning(cluster, job);
      if (!arguments[4].equals(FROM_THE_BEGINNING)) {
        System.out.println(RESTORED + awaitRestored(cluster, job));
      }
      System.out.println(RUNNING);
      cluster.requestJobResult(job).get().toJobExecutionResult(JobInOwnJvm.class.getClassLoader());
    }
  }

  private static Configuration settings(String checkpoints, String restore) {
    Configuration settings = JobSettings.live(CHECKPOINT_INTERVAL);
    settings.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY, Path.of(checkpoints).toUri().toString());
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    if (!restore.equals(FROM_THE_BEGINNING)) {
      settings.set(StateRecoveryOptions.SAVEPOINT_PATH, restore);
    }
    return settings;
  }

  private static MiniClusterConfiguration cluster(String temporary) {
    Configuration settings = new Configuration();
    settings.set(CoreOptions.TMP_DIRS, temporary);
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(32));
    return new MiniClusterConfiguration.Builder()
        .setConfiguration(settings)
        .setCommonBindAddress("127.0.0.1")
        .setNumTaskManagers(1)
        .setNumSlotsPerTaskManager(PARALLELISM)
        .build();
  }

  private static void awaitRunning(MiniCluster cluster, JobID job) throws Exception {
    while (!allTasksRun(cluster.getExecutionGraph(job).get())) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  private static boolean allTasksRun(AccessExecutionGraph graph) {
    if (graph.getFailureInfo() != null) {
      throw new IllegalStateException(graph.getFailureInfo().getExceptionAsString());
    }
    for (AccessExecutionVertex task : graph.getAllExecutionVertices()) {
      if (task.getExecutionState() != ExecutionState.RUNNING) {
        return false;
      }
    }
    return true;
  }

  /** What Flink says that it restored; it says so a little after the tasks run. */
  private static String awaitRestored(MiniCluster cluster, JobID job) throws Exception {
    while (true) {
      RestoredCheckpointStats restored =
          cluster
              .getExecutionGraph(job)
              .get()
              .getCheckpointStatsSnapshot()
              .getLatestRestoredCheckpoint();
      if (restored != null) {
        return restored.getExternalPath();
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  /** Standard input ends when the process at its other end does, however that came. */
  private static void endWithParent() {
    Thread watch =
        new Thread(
            () -> {
              try {
                System.in.transferTo(java.io.OutputStream.nullOutputStream());
              } catch (IOException e) {
                // The same: nobody is there any more.
              }
              Runtime.getRuntime().halt(1);
            });
    watch.setDaemon(true);
    watch.start();
  }
}
