package io.growthline.app;

import io.growthline.ingest.InputRecord;
import io.growthline.ingest.InputRules;
import io.growthline.ingest.JsonLinesSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.apache.flink.api.common.accumulators.LongMaximum;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Finds where a replay's clock ends when nobody says: at the newest valid event. */
final class NewestEvent {

  private static final String NEWEST = "newest-event";

  private NewestEvent() {}

  /**
   * The time of the newest valid event that is not after now; the epoch if there is none.
   *
   * @param rules what makes an event valid
   * @throws Exception if a file cannot be read
   */
  static Instant in(Path folder, InputRules rules, StreamExecutionEnvironment env)
      throws Exception {
    env.fromSource(
            JsonLinesSource.of(folder, 0, rules), WatermarkStrategy.noWatermarks(), "Input files")
        .uid("input-files")
        .filter(new Newest(Clock.systemUTC().millis()))
        .name("Newest event")
        .uid("newest-event")
        .sinkTo(new DiscardingSink<>())
        .name("Nothing")
        .uid("nothing");
    Long newest =
        env.execute("Growthline replay: where the clock ends").getAccumulatorResult(NEWEST);
    return Instant.ofEpochMilli(newest == null || newest < 0 ? 0 : newest);
  }

  private static final class Newest extends RichFilterFunction<InputRecord> {

    private static final long serialVersionUID = 1;

    private final long now;
    private transient LongMaximum newest;

    Newest(long now) {
      this.now = now;
    }

    @Override
    public void open(OpenContext context) {
      newest = new LongMaximum();
      getRuntimeContext().addAccumulator(NEWEST, newest);
    }

    @Override
    public boolean filter(InputRecord record) {
      if (record.event() != null && record.event().occurredAt() <= now) {
        newest.add(record.event().occurredAt());
      }
      return false;
    }
  }
}
