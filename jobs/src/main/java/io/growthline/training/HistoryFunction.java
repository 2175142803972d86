package io.growthline.training;

import io.growthline.schemas.features.FeatureVector;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Gathers a person's vectors; a batch ends each person's before the next begins. */
final class HistoryFunction<T> extends KeyedProcessFunction<String, FeatureVector, T> {

  private static final long serialVersionUID = 1L;

  private final Reading<T> reading;

  private transient ListState<FeatureVector> vectors;

  /** What is read from someone's vectors. */
  interface Reading<T> extends Serializable {

    /**
     * Reads it.
     *
     * @param vectors of one person, at least one, in any order
     */
    T of(List<FeatureVector> vectors);
  }

  HistoryFunction(Reading<T> reading) {
    this.reading = reading;
  }

  @Override
  public void open(OpenContext context) {
    vectors =
        getRuntimeContext()
            .getListState(
                new ListStateDescriptor<>("vectors", TypeInformation.of(FeatureVector.class)));
  }

  @Override
  public void processElement(FeatureVector vector, Context context, Collector<T> out)
      throws Exception {
    vectors.add(vector);
    context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<T> out) throws Exception {
    List<FeatureVector> all = new ArrayList<>();
    vectors.get().forEach(all::add);
    vectors.clear();
    out.collect(reading.of(all));
  }
}
