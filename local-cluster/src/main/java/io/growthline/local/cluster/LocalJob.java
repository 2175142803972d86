package io.growthline.local.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.executiongraph.ErrorInfo;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One streaming job on a Flink cluster inside this JVM. */
public final class LocalJob implements AutoCloseable {

  private static final Duration START_WITHIN = Duration.ofSeconds(60);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(60);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);
  private static final long POLL_MILLIS = 50;
  private static final String LOOPBACK = "127.0.0.1";

  /** Puts a job together. */
  public interface Graph {
    void build(StreamExecutionEnvironment environment) throws Exception;
  }

  private final MiniCluster cluster;
  private final JobID job;
  private final Path savepoints;

  private LocalJob(MiniCluster cluster, JobID job, Path savepoints) {
    this.cluster = cluster;
    this.job = job;
    this.savepoints = savepoints;
  }

  /**
   * Starts a cluster and the job on it, and waits until all its tasks run.
   *
   * @param settings the job's settings
   * @param temporary a folder for Flink's files; the caller removes it afterwards
   * @throws IllegalStateException if the job fails or does not come up in time
   */
  public static LocalJob start(Configuration settings, int parallelism, Path temporary, Graph graph)
      throws Exception {
    Configuration withStorage = new Configuration(settings);
    // The default keeps checkpoints in memory and fails the job at 5 MiB of state.
    withStorage.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    withStorage.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        // Not toUri: Flink takes %20 for three characters of a name.
        "file://" + temporary.resolve("checkpoints").toAbsolutePath());
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(withStorage);
    environment.setParallelism(parallelism);
    graph.build(environment);
    MiniCluster cluster = new MiniCluster(cluster(parallelism, temporary));
    try {
      cluster.start();
      JobID job = cluster.submitJob(environment.getStreamGraph().getJobGraph()).get().getJobID();
      LocalJob started = new LocalJob(cluster, job, temporary.resolve("savepoints"));
      started.awaitRunning();
      return started;
    } catch (Exception e) {
      close(cluster);
      throw e;
    }
  }

  private static MiniClusterConfiguration cluster(int parallelism, Path temporary) {
    Configuration settings = new Configuration();
    settings.set(CoreOptions.TMP_DIRS, temporary.toString());
    settings.set(JobManagerOptions.BIND_HOST, LOOPBACK);
    settings.set(RestOptions.BIND_PORT, "0");
    settings.set(RestOptions.ADDRESS, LOOPBACK);
    settings.set(RestOptions.BIND_ADDRESS, LOOPBACK);
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(32));
    return new MiniClusterConfiguration.Builder()
        .setConfiguration(settings)
        .setCommonBindAddress(LOOPBACK)
        .setNumTaskManagers(1)
        .setNumSlotsPerTaskManager(parallelism)
        .build();
  }

  private void awaitRunning() throws Exception {
    long deadline = System.nanoTime() + START_WITHIN.toNanos();
    while (!allTasksRun()) {
      checkAlive();
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "the job did not start within " + START_WITHIN.toSeconds() + " s");
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  private boolean allTasksRun() throws Exception {
    if (cluster.getJobStatus(job).get() != JobStatus.RUNNING) {
      return false;
    }
    for (var task : cluster.getExecutionGraph(job).get().getAllExecutionVertices()) {
      if (task.getExecutionState() != org.apache.flink.runtime.execution.ExecutionState.RUNNING) {
        return false;
      }
    }
    return true;
  }

  /**
   * Looks after the job.
   *
   * @throws IllegalStateException if it has failed, with the reason
   */
  public void checkAlive() throws InterruptedException, ExecutionException {
    JobStatus status = cluster.getJobStatus(job).get();
    if (status.isTerminalState()) {
      Throwable error =
          cluster.requestJobResult(job).get().getSerializedThrowable().isPresent()
              ? cluster
                  .requestJobResult(job)
                  .get()
                  .getSerializedThrowable()
                  .get()
                  .deserializeError(LocalJob.class.getClassLoader())
              : null;
      throw new IllegalStateException("the job has ended: " + status, error);
    }
  }

  /** Checkpoints completed so far. */
  public long completedCheckpoints() throws InterruptedException, ExecutionException {
    return cluster
        .getExecutionGraph(job)
        .get()
        .getCheckpointStatsSnapshot()
        .getCounts()
        .getNumberOfCompletedCheckpoints();
  }

  /** Takes a checkpoint now; returns when it is complete. */
  public void checkpoint() throws InterruptedException, ExecutionException, TimeoutException {
    cluster.triggerCheckpoint(job).get(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS);
  }

  /** How often the job, or the part of it that failed most often, had to start again. */
  public long restarts() throws InterruptedException, ExecutionException {
    long restarts = 0;
    for (var task : cluster.getExecutionGraph(job).get().getAllExecutionVertices()) {
      restarts = Math.max(restarts, task.getCurrentExecutionAttempt().getAttemptNumber());
    }
    return restarts;
  }

  /** Why the job, or a part of it, last had to start again; null if it never had to. */
  public Throwable lastFailure() throws InterruptedException, ExecutionException {
    ErrorInfo failure = cluster.getExecutionGraph(job).get().getFailureInfo();
    return failure == null
        ? null
        : failure.getException().deserializeError(LocalJob.class.getClassLoader());
  }

  /**
   * What the job says of itself at its end; waits for it.
   *
   * @throws Exception if it failed
   */
  public JobExecutionResult result() throws Exception {
    return cluster
        .requestJobResult(job)
        .get()
        .toJobExecutionResult(LocalJob.class.getClassLoader());
  }

  /** Stops the job in order: everything it has read is committed, and no timer is hurried. */
  public void stop() throws InterruptedException, ExecutionException, TimeoutException {
    cluster
        .stopWithSavepoint(job, savepoints.toString(), false, SavepointFormatType.CANONICAL)
        .get(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS);
  }

  /** Ends the cluster; a job not stopped before is cancelled. */
  @Override
  public void close() {
    close(cluster);
  }

  private static void close(MiniCluster cluster) {
    CompletableFuture<Void> closing = cluster.closeAsync();
    try {
      closing.get(CLOSE_WITHIN.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the Flink cluster did not close in order", e);
    }
  }
}
