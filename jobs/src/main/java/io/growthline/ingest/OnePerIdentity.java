package io.growthline.ingest;

import io.growthline.schemas.avro.ContentHash;
import io.growthline.schemas.events.Event;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Of all events that share an identity keeps the one that counts: the earlier one, then the one
 * with the smaller content hash. For a replay: it answers when all of them are there.
 */
public final class OnePerIdentity<T extends Record & Event>
    extends KeyedProcessFunction<String, T, T> {

  private static final long serialVersionUID = 1;

  private final TypeInformation<T> type;
  private final long until;
  private transient ValueState<T> counts;

  private OnePerIdentity(TypeInformation<T> type, long until) {
    this.type = type;
    this.until = until;
  }

  /**
   * The events without repetitions.
   *
   * @param until the replay's end, epoch milliseconds
   */
  public static <T extends Record & Event> DataStream<T> of(
      DataStream<T> events, long until, String name, String uid) {
    return events
        .keyBy(OnePerIdentity::identity, Types.STRING)
        .process(new OnePerIdentity<>(events.getType(), until))
        .returns(events.getType())
        .name(name)
        .uid(uid);
  }

  /** Ids hold no control characters, so a line feed keeps the parts apart. */
  private static String identity(Event event) {
    return event.employeeId() + "\n" + event.source() + "\n" + event.eventId();
  }

  @Override
  public void open(OpenContext context) {
    counts = getRuntimeContext().getState(new ValueStateDescriptor<>("counts", type));
  }

  @Override
  public void processElement(T event, Context context, Collector<T> out) throws Exception {
    T known = counts.value();
    if (known == null || isOutbid(known, event)) {
      counts.update(event);
      context.timerService().registerEventTimeTimer(until);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<T> out) throws Exception {
    out.collect(counts.value());
  }

  private boolean isOutbid(T known, T event) {
    return event.occurredAt() != known.occurredAt()
        ? event.occurredAt() < known.occurredAt()
        : ContentHash.of(event).compareTo(ContentHash.of(known)) < 0;
  }
}
