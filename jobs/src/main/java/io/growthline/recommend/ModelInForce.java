package io.growthline.recommend;

import io.growthline.schemas.reference.ModelAnnouncement;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.Path;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The model of one kind that was announced last, read when it is announced and after a restart. One
 * that cannot be read leaves the one before in force, and is tried again from time to time: it may
 * be its file system that fails.
 */
final class ModelInForce<T> {

  private static final Logger LOG = LoggerFactory.getLogger(ModelInForce.class);
  private static final long RETRY_MILLIS = Duration.ofMinutes(1).toMillis();

  private final Format<T> format;
  private final Counter unreadable;
  private ModelAnnouncement wanted;
  private T model;
  private long retryAt = Long.MIN_VALUE;

  /** Reads models of one kind. */
  interface Format<T> {

    /**
     * Reads a model.
     *
     * @throws IOException if it cannot be read, or is not what was announced
     */
    T read(InputStream file, String version, String sha256) throws IOException;
  }

  /**
   * @param unreadable counts attempts to read a model that failed
   */
  ModelInForce(Format<T> format, Counter unreadable) {
    this.format = format;
    this.unreadable = unreadable;
  }

  /**
   * The model in force.
   *
   * @param announced the newest announcement, or null
   * @param now processing time, epoch milliseconds
   * @return null: none was ever announced, or none could be read
   */
  T present(ModelAnnouncement announced, long now) {
    if (announced == null) {
      return model;
    }
    boolean isOther = !announced.equals(wanted);
    if (isOther || (wanted != null && retryAt != Long.MIN_VALUE && now >= retryAt)) {
      wanted = announced;
      read(now);
    }
    return model;
  }

  private void read(long now) {
    try (InputStream file = open(wanted.location())) {
      model = format.read(file, wanted.version(), wanted.sha256());
      retryAt = Long.MIN_VALUE;
      LOG.info("Model {} {} is in force.", wanted.modelId(), wanted.version());
    } catch (IOException | RuntimeException e) {
      // Whatever a file or its file system does: people are still recommended something.
      unreadable.inc();
      retryAt = now + RETRY_MILLIS;
      LOG.warn(
          "Model {} {} cannot be read from {}.",
          wanted.modelId(),
          wanted.version(),
          wanted.location(),
          e);
    }
  }

  private static FSDataInputStream open(String location) throws IOException {
    Path path = new Path(location);
    return path.getFileSystem().open(path);
  }
}
