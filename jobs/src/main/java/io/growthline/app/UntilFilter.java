package io.growthline.app;

import io.growthline.ingest.InputRecord;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/** Leaves out events later than a replay's clock end, and counts what it sees. */
final class UntilFilter extends RichFlatMapFunction<InputRecord, InputRecord> {

  private static final long serialVersionUID = 1;

  static final Tally READ = new Tally("records.read");
  static final Tally DEAD = new Tally("records.dead-letters");
  static final Tally LATER = new Tally("records.later");
  static final Tally OUTCOMES = new Tally("records.outcomes");

  private final long until;

  private transient LongCounter read;
  private transient LongCounter dead;
  private transient LongCounter later;
  private transient LongCounter outcomes;

  /**
   * @param until epoch milliseconds; an event at that very instant is in
   */
  UntilFilter(long until) {
    this.until = until;
  }

  @Override
  public void open(OpenContext context) {
    read = READ.register(getRuntimeContext());
    dead = DEAD.register(getRuntimeContext());
    later = LATER.register(getRuntimeContext());
    outcomes = OUTCOMES.register(getRuntimeContext());
  }

  @Override
  public void flatMap(InputRecord record, Collector<InputRecord> out) {
    read.add(1L);
    if (record.deadLetter() != null) {
      dead.add(1L);
    } else if (record.outcome() != null) {
      outcomes.add(1L);
    } else if (record.event().occurredAt() > until) {
      later.add(1L);
      return;
    }
    out.collect(record);
  }
}
