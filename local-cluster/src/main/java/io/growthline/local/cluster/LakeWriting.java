package io.growthline.local.cluster;

import io.growthline.app.JobSettings;
import io.growthline.app.KafkaSettings;
import io.growthline.app.LakeJob;
import io.growthline.app.LakeOptions;
import io.growthline.facts.ErasureKey;
import io.growthline.local.kafka.GroupProgress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The job that writes the lake, and how far it has read.
 *
 * @param progress of the job's consumer group; its offsets are committed with each checkpoint
 */
public record LakeWriting(LocalJob job, GroupProgress progress) implements AutoCloseable {

  private static final long POLL_MILLIS = 100;

  private static final int PARALLELISM = 2;

  /**
   * Starts the job and waits until all its tasks run.
   *
   * @param lake folder for the tables
   * @param checkpointInterval how often rows become visible
   * @param temporary a folder for Flink's files; the caller removes it afterwards
   */
  public static LakeWriting start(
      KafkaSettings kafka, Path lake, Duration checkpointInterval, Path temporary)
      throws Exception {
    GroupProgress progress =
        new GroupProgress(
            kafka.bootstrapServers(),
            LakeJob.group(kafka),
            LakeJob.topics().stream().map(kafka.prefix()::nameOf).toList());
    LocalJob job =
        LocalJob.start(
            JobSettings.lake(checkpointInterval),
            PARALLELISM,
            temporary,
            environment ->
                LakeJob.build(
                    environment, new LakeOptions(kafka, lake.toString(), ErasureKey.PUBLIC)));
    return new LakeWriting(job, progress);
  }

  /**
   * Lets the job read its topics to their end, then stops it with everything written.
   *
   * @param patience for the reading; nothing may write to the topics meanwhile
   * @throws IllegalStateException if that was not enough: the tables then lack the last records
   */
  public void finish(Duration patience) throws Exception {
    long deadline = System.nanoTime() + patience.toNanos();
    boolean whole = progress.hasReadAll();
    while (!whole && System.nanoTime() < deadline) {
      job.checkpoint();
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      whole = progress.hasReadAll();
    }
    job.stop();
    if (!whole) {
      throw new IllegalStateException(
          "the lake lacks the last records: it did not catch up within "
              + patience.toSeconds()
              + " s");
    }
  }

  @Override
  public void close() {
    progress.close();
    job.close();
  }
}
