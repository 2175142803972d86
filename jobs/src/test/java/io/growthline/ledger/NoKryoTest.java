package io.growthline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.growthline.app.JobSettings;
import io.growthline.ledger.rules.LedgerFact;
import io.growthline.schemas.reference.Revision;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** Everything on edges and in state has a serializer of its own: with Kryo neither evolves. */
class NoKryoTest {

  private static final SerializerConfig WITHOUT_KRYO = withoutKryo();

  private static SerializerConfig withoutKryo() {
    return new SerializerConfigImpl(JobSettings.live(Duration.ofSeconds(1)));
  }

  @Test
  void everyEdgeOfTheLedgerIsKnownToFlink() {
    Map<String, TypeInformation<?>> edges = new LinkedHashMap<>();
    Deque<Transformation<?>> open = new ArrayDeque<>();
    LedgerStreams streams = ledger();
    open.add(streams.postings().getTransformation());
    open.add(streams.decisions().getTransformation());
    open.add(streams.balances().getTransformation());
    open.add(streams.progress().getTransformation());
    open.add(streams.milestones().getTransformation());
    open.add(streams.deadLetters().getTransformation());
    while (!open.isEmpty()) {
      Transformation<?> transformation = open.remove();
      edges.put(transformation.toString(), transformation.getOutputType());
      open.addAll(transformation.getInputs());
    }
    assertThat(edges).hasSizeGreaterThan(8);
    edges.forEach((edge, type) -> assertThat(serializer(type)).as(edge).isNotNull());
  }

  @Test
  void everyStateOfTheLedgerIsKnownToFlink() {
    List<StateDescriptor<?, ?>> descriptors =
        List.of(
            FlinkLedgerState.FACTS,
            FlinkLedgerState.VOIDS,
            FlinkLedgerState.WAITING,
            FlinkLedgerState.ACCOUNT,
            FlinkLedgerState.STANDINGS,
            FlinkLedgerState.JOURNAL,
            FlinkLedgerState.ANNOUNCED,
            FlinkLedgerState.LEDGER,
            LedgerFunction.RULE_BOOK);
    for (StateDescriptor<?, ?> descriptor : descriptors) {
      descriptor.initializeSerializerUnlessSet(
          new org.apache.flink.api.common.ExecutionConfig(JobSettings.live(Duration.ofSeconds(1))));
      assertThat(descriptor.getSerializer()).as(descriptor.getName()).isNotNull();
    }
    assertThat(descriptors).filteredOn(d -> d instanceof MapStateDescriptor).hasSize(7);
  }

  /** What the tests above would say of a date in a record. */
  public record WithDate(LocalDate day) {}

  @Test
  void aDateOnAnEdgeIsFound() {
    assertThatThrownBy(() -> serializer(TypeInformation.of(WithDate.class)))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("Generic types have been disabled");
  }

  private static Object serializer(TypeInformation<?> type) {
    return type.createSerializer(WITHOUT_KRYO);
  }

  private static LedgerStreams ledger() {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.live(Duration.ofSeconds(1)));
    LedgerInputs inputs =
        new LedgerInputs(
            env.fromData(TypeInformation.of(LedgerFact.class), LedgerFact.of(Examples.completed())),
            env.fromData(TypeInformation.of(Revision.class), Examples.emptyRevision()));
    return LedgerPipeline.build(inputs, LedgerOptions.live());
  }
}
