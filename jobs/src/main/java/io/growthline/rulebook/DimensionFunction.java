package io.growthline.rulebook;

import io.growthline.schemas.reference.Revision;
import io.growthline.schemas.tables.ActivityRow;
import io.growthline.schemas.tables.GoalRow;
import io.growthline.schemas.tables.JobRow;
import io.growthline.schemas.tables.SchemeRow;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Tells what the rule book says now: with each revision, and again on each day on which a
 * definition dated ahead takes over.
 */
final class DimensionFunction extends KeyedProcessFunction<Integer, Revision, ActivityRow> {

  private static final long serialVersionUID = 1;

  static final OutputTag<SchemeRow> SCHEMES =
      new OutputTag<>("schemes", TypeInformation.of(SchemeRow.class));
  static final OutputTag<GoalRow> GOALS =
      new OutputTag<>("goals", TypeInformation.of(GoalRow.class));
  static final OutputTag<JobRow> JOBS = new OutputTag<>("jobs", TypeInformation.of(JobRow.class));

  static final ValueStateDescriptor<Revision> CURRENT =
      new ValueStateDescriptor<>("current-revision", TypeInformation.of(Revision.class));

  private transient ValueState<Revision> current;

  @Override
  public void open(OpenContext context) {
    current = getRuntimeContext().getState(CURRENT);
  }

  @Override
  public void processElement(Revision revision, Context context, Collector<ActivityRow> out)
      throws Exception {
    current.update(revision);
    tell(revision, context, out);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<ActivityRow> out)
      throws Exception {
    tell(current.value(), context, out);
  }

  private static void tell(Revision revision, Context context, Collector<ActivityRow> out) {
    TimerService timers = context.timerService();
    Dimensions now = new Dimensions(RuleBooks.from(revision), timers.currentProcessingTime());
    now.schemes().forEach(scheme -> context.output(SCHEMES, scheme));
    now.activities().forEach(out::collect);
    now.goals().forEach(goal -> context.output(GOALS, goal));
    now.jobs().forEach(job -> context.output(JOBS, job));
    if (now.nextChange() != null) {
      timers.registerProcessingTimeTimer(now.nextChange());
    }
  }
}
