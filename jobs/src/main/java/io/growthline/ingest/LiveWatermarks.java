package io.growthline.ingest;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.util.clock.Clock;
import org.apache.flink.util.clock.SystemClock;

/**
 * Event time of one input partition. While events come, time is what they say, less some disorder.
 * After a silence time is the clock's, so that what is due at midnight happens in a night without
 * events; and a partition that never gets an event holds nothing back.
 */
public final class LiveWatermarks<T> implements WatermarkGenerator<T> {

  private static final Duration DISORDER = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private final long disorderMillis;
  private final long silenceMillis;
  private final Clock clock;

  private static final long NO_TIME = Long.MIN_VALUE;

  private long newest = NO_TIME;
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

  /**
   * Event time of the input topics, with 5 s of disorder and 60 s of silence. Dead letters say
   * nothing about time.
   */
  public static WatermarkStrategy<InputRecord> strategy() {
    WatermarkStrategy<InputRecord> strategy =
        context -> new LiveWatermarks<>(DISORDER, SILENCE, SystemClock.getInstance());
    return strategy.withTimestampAssigner(
        (record, kafkaTime) -> record.event() == null ? NO_TIME : record.event().occurredAt());
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
    if (newest != NO_TIME) {
      output.emitWatermark(new Watermark(newest - disorderMillis - 1));
    }
  }
}
