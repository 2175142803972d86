package io.growthline.ledger;

import io.growthline.facts.ErasureKey;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.reference.Revision;
import io.growthline.schemas.tables.EmploymentInterval;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * People events as intervals of employment. The rule book says in which zone a day of hire lies.
 *
 * <pre>
 *   people events ───────────── by employee ──┐
 *                                             ├── Employments ──┬─ intervals
 *   revisions of the rule book ─ broadcast ───┘                 └─ who was erased
 * </pre>
 */
public final class EmploymentPipeline {

  private EmploymentPipeline() {}

  /**
   * An employee's whole history, told again with a higher version whenever it changes.
   *
   * @param key makes the marks of those who were erased
   */
  public static EmploymentStreams live(
      DataStream<HrEvent> people, DataStream<Revision> revisions, ErasureKey key) {
    return build(people, revisions, EmploymentFunction.live(key));
  }

  /**
   * Each employee's history, told once.
   *
   * @param until the replay's end, epoch milliseconds
   */
  public static EmploymentStreams replay(
      DataStream<HrEvent> people, DataStream<Revision> revisions, long until) {
    return build(people, revisions, EmploymentFunction.replay(until));
  }

  private static EmploymentStreams build(
      DataStream<HrEvent> people, DataStream<Revision> revisions, EmploymentFunction function) {
    SingleOutputStreamOperator<EmploymentInterval> intervals =
        people
            .keyBy(HrEvent::employeeId)
            .connect(revisions.broadcast(EmploymentFunction.ZONE))
            .process(function)
            .name("Employments")
            .uid("employments");
    return new EmploymentStreams(intervals, intervals.getSideOutput(EmploymentFunction.ERASED));
  }
}
