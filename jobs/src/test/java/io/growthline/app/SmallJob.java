package io.growthline.app;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.util.Collector;

/** Jobs of one operator that keeps state, for what tests of whole jobs must find. */
record SmallJob<K, S>(
    KeySelector<Long, K> key, TypeInformation<K> keyType, ValueStateDescriptor<S> state) {

  /** The job with its operator's name and uid; null: no uid. */
  StreamGraph graph(String name, String uid) {
    var env =
        StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.live(Duration.ofSeconds(1)));
    var kept =
        env.fromSequence(1, 2)
            .name("Numbers")
            .uid("numbers")
            .keyBy(key, keyType)
            .process(new Keeping<>(state))
            .name(name);
    if (uid != null) {
      kept.uid(uid);
    }
    kept.sinkTo(new DiscardingSink<>()).name("Nothing").uid("nothing");
    return env.getStreamGraph();
  }

  private static final class Keeping<K, S> extends KeyedProcessFunction<K, Long, Long> {

    private static final long serialVersionUID = 1;

    private final ValueStateDescriptor<S> state;

    Keeping(ValueStateDescriptor<S> state) {
      this.state = state;
    }

    @Override
    public void open(OpenContext context) {
      getRuntimeContext().getState(state);
    }

    @Override
    public void processElement(Long number, Context context, Collector<Long> out) {
      out.collect(number);
    }
  }
}
