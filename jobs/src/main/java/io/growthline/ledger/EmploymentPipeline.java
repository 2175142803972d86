package io.growthline.ledger;

import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.reference.Revision;
import io.growthline.schemas.tables.EmploymentInterval;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * People events as intervals of employment. The rule book says in which zone a day of hire lies.
 *
 * <pre>
 *   people events ───────────── by employee ──┐
 *                                             ├── Employments ── intervals
 *   revisions of the rule book ─ broadcast ───┘
 * </pre>
 */
public final class EmploymentPipeline {

  private EmploymentPipeline() {}

  /** An employee's whole history, told again with a higher version whenever it changes. */
  public static DataStream<EmploymentInterval> live(
      DataStream<HrEvent> people, DataStream<Revision> revisions) {
    return build(people, revisions, null);
  }

  /**
   * Each employee's history, told once.
   *
   * @param until the replay's end, epoch milliseconds
   */
  public static DataStream<EmploymentInterval> replay(
      DataStream<HrEvent> people, DataStream<Revision> revisions, long until) {
    return build(people, revisions, until);
  }

  private static DataStream<EmploymentInterval> build(
      DataStream<HrEvent> people, DataStream<Revision> revisions, Long replayUntil) {
    return people
        .keyBy(HrEvent::employeeId)
        .connect(revisions.broadcast(EmploymentFunction.ZONE))
        .process(new EmploymentFunction(replayUntil))
        .name("Employments")
        .uid("employments");
  }
}
