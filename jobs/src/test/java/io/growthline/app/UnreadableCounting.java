package io.growthline.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.UserCodeClassLoader;

/** What Flink opens a source's deserialiser with. */
record UnreadableCounting(Counter unreadable) implements InitializationContext {

  @Override
  public MetricGroup getMetricGroup() {
    return new UnregisteredMetricsGroup() {
      @Override
      public Counter counter(String name) {
        assertThat(name).isEqualTo(RecordDeserializer.UNREADABLE);
        return unreadable;
      }
    };
  }

  @Override
  public UserCodeClassLoader getUserCodeClassLoader() {
    throw new UnsupportedOperationException("nothing is loaded here");
  }
}
