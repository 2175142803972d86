package io.growthline.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.facts.Latest;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.wire.SingleObjectEncoding;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class LatestDeserializerTest {

  private static final EmployeeProgress PROGRESS =
      new EmployeeProgress("li-na", 1, 10, "n-1", List.of());
  private static final byte[] KEY = "li-na".getBytes(UTF_8);
  private static final byte[] VALUE =
      SingleObjectEncoding.of(EmployeeProgress.class).encode(PROGRESS);

  private final Counter unreadable = new SimpleCounter();
  private final List<Latest<EmployeeProgress>> read = new ArrayList<>();

  @Test
  void aTombstoneIsToldByItsKeyAndInItsOrder() {
    read(KEY, VALUE);
    read(KEY, null);
    assertThat(read).containsExactly(new Latest<>("li-na", PROGRESS), new Latest<>("li-na", null));
  }

  @Test
  void whatCannotBeReadIsNoTombstone() {
    read(KEY, new byte[] {1, 2, 3});
    assertThat(read).isEmpty();
    assertThat(unreadable.getCount()).isEqualTo(1);
  }

  @Test
  void whatHasNoKeyIsNobodys() {
    read(null, null);
    read(null, VALUE);
    assertThat(read).isEmpty();
  }

  private void read(byte[] key, byte[] value) {
    LatestDeserializer<EmployeeProgress> deserializer =
        new LatestDeserializer<>(TopicCatalogue.PROGRESS, TypeInformation.of(new TypeHint<>() {}));
    deserializer.open(new UnreadableCounting(unreadable));
    deserializer.deserialize(
        new ConsumerRecord<>("goals.progress", 0, 0, key, value), new ListCollector<>(read));
  }
}
