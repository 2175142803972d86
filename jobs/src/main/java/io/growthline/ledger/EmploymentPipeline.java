package io.growthline.ledger;

import io.growthline.facts.ErasureKey;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.reference.Revision;
import io.growthline.schemas.tables.EmploymentInterval;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * People events as intervals of employment. The rule book says in which zone a day of hire lies.
 *
 * <pre>
 *   people events ───────────┬─ by employee ──┐
 *   who was erased (live) ───┘                ├── Employments ─── intervals
 *   revisions of the rule book ─── broadcast ─┘
 * </pre>
 */
public final class EmploymentPipeline {

  private static final TypeInformation<PeopleStatement> STATEMENT =
      TypeInformation.of(PeopleStatement.class);

  private EmploymentPipeline() {}

  /**
   * An employee's whole history, told again with a higher version whenever it changes.
   *
   * @param erased ids of employees, when the ledger erased them
   * @param key makes the marks of those who were erased
   */
  public static DataStream<EmploymentInterval> live(
      DataStream<HrEvent> people,
      DataStream<String> erased,
      DataStream<Revision> revisions,
      ErasureKey key) {
    DataStream<PeopleStatement> erasures =
        erased
            .map(PeopleStatement::ofErased)
            .returns(STATEMENT)
            .name("Erased, no more employed")
            .uid("erased-employed");
    return build(stated(people).union(erasures), revisions, EmploymentFunction.live(key));
  }

  /**
   * Each employee's history, told once; none of those whom the events demand to erase by then.
   *
   * @param until the replay's end, epoch milliseconds
   */
  public static DataStream<EmploymentInterval> replay(
      DataStream<HrEvent> people, DataStream<Revision> revisions, long until) {
    return build(stated(people), revisions, EmploymentFunction.replay(until));
  }

  private static DataStream<PeopleStatement> stated(DataStream<HrEvent> people) {
    return people
        .map(PeopleStatement::of)
        .returns(STATEMENT)
        .name("People events stated")
        .uid("people-stated");
  }

  private static DataStream<EmploymentInterval> build(
      DataStream<PeopleStatement> statements,
      DataStream<Revision> revisions,
      EmploymentFunction function) {
    return statements
        .keyBy(PeopleStatement::employeeId, Types.STRING)
        .connect(revisions.broadcast(EmploymentFunction.ZONE))
        .process(function)
        .name("Employments")
        .uid("employments");
  }
}
