package io.growthline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.growthline.GoldenFile;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Uids and names of all operators, read off the built graphs. A savepoint finds its state by uid:
 * one that changes loses the operator's state, a source's position in its topic or a sink's open
 * transactions. Dashboards and alerts find operators by name.
 */
class OperatorContractTest {

  /** Neither class names nor topic names look like this. Flink names a sink's committer itself. */
  private static final Pattern UID = Pattern.compile("(Sink Committer: )?[a-z]+(-[a-z]+)*");

  private static final SmallJob<Long, Long> SMALL =
      new SmallJob<>(number -> number, Types.LONG, new ValueStateDescriptor<>("sum", Types.LONG));

  @ParameterizedTest
  @EnumSource
  void operatorsAreAsTheyWere(WholeJob job) throws IOException {
    GoldenFile.named(job.golden).assertSame(operators(job.graph()));
  }

  @ParameterizedTest
  @EnumSource
  void everyUidIsInKebabCase(WholeJob job) throws IOException {
    assertThat(otherUids(job.graph())).isEmpty();
  }

  @Test
  void anOperatorWithoutUidIsRefused() {
    assertThatThrownBy(() -> SMALL.graph("Sums", null)).hasMessageContaining("no UID");
  }

  @Test
  void aUidLikeAClassNameIsFound() {
    assertThat(otherUids(SMALL.graph("Sums", "SmallJob"))).containsExactly("SmallJob");
  }

  @Test
  void aUidLikeATopicNameIsFound() {
    assertThat(otherUids(SMALL.graph("Sums", "credits.ledger"))).containsExactly("credits.ledger");
  }

  @Test
  void aRenamedOperatorIsFound() {
    List<String> before = operators(SMALL.graph("Sums", "sums"));
    assertThat(before).contains("sums = Sums");
    assertThat(operators(SMALL.graph("Totals", "sums"))).isNotEqualTo(before);
    assertThat(operators(SMALL.graph("Sums", "totals"))).isNotEqualTo(before);
  }

  static List<String> operators(StreamGraph graph) {
    return graph.getStreamNodes().stream()
        .map(operator -> operator.getTransformationUID() + " = " + operator.getOperatorName())
        .sorted()
        .toList();
  }

  private static List<String> otherUids(StreamGraph graph) {
    return graph.getStreamNodes().stream()
        .map(StreamNode::getTransformationUID)
        .filter(uid -> !UID.matcher(uid).matches())
        .toList();
  }
}
