package io.growthline.rulebook;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * The time of streams that say nothing about the time of events, such as rule books: they must not
 * hold back the watermark of what they are broadcast to.
 */
public final class OutsideTime<T> implements WatermarkGenerator<T> {

  private OutsideTime() {}

  public static <T> WatermarkStrategy<T> strategy() {
    return WatermarkStrategy.forGenerator(context -> new OutsideTime<>());
  }

  @Override
  public void onEvent(T event, long timestamp, WatermarkOutput output) {}

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    output.emitWatermark(Watermark.MAX_WATERMARK);
  }
}
