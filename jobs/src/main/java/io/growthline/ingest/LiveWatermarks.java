package io.growthline.ingest;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.util.clock.Clock;

/**
 * Event time of one input partition. While events come, time is what they say, less some disorder.
 * After a silence time is the clock's, so that what is due at midnight happens in a night without
 * events; and a partition that never gets an event holds nothing back.
 */
final class LiveWatermarks<T> implements WatermarkGenerator<T> {

  private final long disorderMillis;
  private final long silenceMillis;
  private final Clock clock;

  private long newest = Long.MIN_VALUE;
  private long lastEventAt;

  /**
   * @param disorder how much later than a younger event an older one may come
   * @param silence how long without an event until the clock takes over
   */
  LiveWatermarks(Duration disorder, Duration silence, Clock clock) {
    this.disorderMillis = disorder.toMillis();
    this.silenceMillis = silence.toMillis();
    this.clock = clock;
    this.lastEventAt = clock.absoluteTimeMillis();
  }

  @Override
  public void onEvent(T event, long timestamp, WatermarkOutput output) {
    newest = Math.max(newest, timestamp);
    lastEventAt = clock.absoluteTimeMillis();
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    long now = clock.absoluteTimeMillis();
    if (now - lastEventAt >= silenceMillis) {
      newest = Math.max(newest, now);
    }
    if (newest != Long.MIN_VALUE) {
      output.emitWatermark(new Watermark(newest - disorderMillis - 1));
    }
  }
}
