package io.growthline.ingest;

import java.util.concurrent.ScheduledFuture;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Lets time go on while all inputs are idle: what is due at midnight happens in a night without
 * events too. Watermarks alone would stand still until the next event.
 */
final class SilenceClock<T> extends AbstractStreamOperator<T>
    implements OneInputStreamOperator<T, T> {

  private static final long serialVersionUID = 1;
  private static final long TICK_MILLIS = 1_000;

  private final long disorderMillis;

  private transient long told;
  private transient boolean silent;
  private transient ScheduledFuture<?> nextTick;

  /**
   * @param disorderMillis how far time stays behind the clock
   */
  SilenceClock(long disorderMillis) {
    this.disorderMillis = disorderMillis;
  }

  @Override
  public void open() throws Exception {
    super.open();
    told = Long.MIN_VALUE;
  }

  @Override
  public void processElement(StreamRecord<T> element) {
    output.collect(element);
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (mark.getTimestamp() > told) {
      told = mark.getTimestamp();
      super.processWatermark(mark);
    }
  }

  /** Idleness ends here: whoever is behind sees time that goes on, and waits for nobody. */
  @Override
  public void processWatermarkStatus(WatermarkStatus status) {
    silent = status.isIdle();
    if (silent && nextTick == null) {
      scheduleTick();
    }
  }

  private void scheduleTick() {
    long now = getProcessingTimeService().getCurrentProcessingTime();
    nextTick = getProcessingTimeService().registerTimer(now + TICK_MILLIS, this::tick);
  }

  private void tick(long time) throws Exception {
    if (!silent) {
      nextTick = null;
      return;
    }
    processWatermark(new Watermark(time - disorderMillis));
    scheduleTick();
  }
}
