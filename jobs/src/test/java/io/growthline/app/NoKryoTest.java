package io.growthline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.dag.Transformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything on edges and in state has a serializer of its own: with Kryo neither evolves. */
class NoKryoTest {

  private static final SerializerConfig WITHOUT_KRYO =
      new SerializerConfigImpl(JobSettings.live(Duration.ofSeconds(1)));

  @ParameterizedTest
  @EnumSource
  void everyEdgeIsKnownToFlink(WholeJob job) throws Exception {
    Set<Transformation<?>> edges =
        job.built().getTransformations().stream()
            .flatMap(end -> end.getTransitivePredecessors().stream())
            .collect(Collectors.toSet());
    assertThat(edges).hasSizeGreaterThan(20);
    edges.forEach(
        edge -> assertThat(serializer(edge.getOutputType())).as(edge.toString()).isNotNull());
  }

  @ParameterizedTest
  @EnumSource
  void everyKeyAndEveryStateIsKnownToFlink(WholeJob job) throws Exception {
    assertThat(KeptState.in(job.graph()).values()).anyMatch(kept -> !kept.isEmpty());
  }

  /** What the tests above would say of a date in a record. */
  public record WithDate(LocalDate day) {}

  private static final TypeInformation<WithDate> WITH_DATE = TypeInformation.of(WithDate.class);

  @Test
  void aDateOnAnEdgeIsFound() {
    assertThatThrownBy(() -> serializer(WITH_DATE))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("Generic types have been disabled");
  }

  @Test
  void aDateInAKeyIsFound() {
    var sum = new ValueStateDescriptor<>("sum", Types.LONG);
    var job = new SmallJob<>(day -> new WithDate(LocalDate.ofEpochDay(day)), WITH_DATE, sum);
    assertThatThrownBy(() -> job.graph("Sums", "sums"))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("Generic types have been disabled");
  }

  @Test
  void aDateInStateIsFound() {
    var last = new ValueStateDescriptor<>("last", WITH_DATE);
    var graph = new SmallJob<>(number -> number, Types.LONG, last).graph("Last", "last");
    assertThatThrownBy(() -> KeptState.in(graph))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("Generic types have been disabled");
  }

  private static Object serializer(TypeInformation<?> type) {
    return type.createSerializer(WITHOUT_KRYO);
  }
}
