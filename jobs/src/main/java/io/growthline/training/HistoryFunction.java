package io.growthline.training;

import io.growthline.schemas.features.FeatureVector;
import io.growthline.training.fit.PersonHistory;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Gathers a person's vectors; a batch ends each person's before the next begins. */
final class HistoryFunction extends KeyedProcessFunction<String, FeatureVector, PersonHistory> {

  private static final long serialVersionUID = 1L;

  private transient ListState<FeatureVector> vectors;

  @Override
  public void open(OpenContext context) {
    vectors =
        getRuntimeContext()
            .getListState(
                new ListStateDescriptor<>("vectors", TypeInformation.of(FeatureVector.class)));
  }

  @Override
  public void processElement(FeatureVector vector, Context context, Collector<PersonHistory> out)
      throws Exception {
    vectors.add(vector);
    context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<PersonHistory> out)
      throws Exception {
    List<FeatureVector> all = new ArrayList<>();
    vectors.get().forEach(all::add);
    vectors.clear();
    out.collect(PersonHistory.of(all));
  }
}
