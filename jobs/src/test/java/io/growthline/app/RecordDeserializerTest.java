package io.growthline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.wire.SingleObjectEncoding;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RecordDeserializerTest {

  private static final DeadLetter LETTER =
      new DeadLetter("hr.events", "0:1", "TOMBSTONE", null, new byte[0], 0, "", 0);

  private final Counter unreadable = new SimpleCounter();

  @Test
  void whatCannotBeReadIsLeftOutAndCounted() {
    byte[] good = SingleObjectEncoding.of(DeadLetter.class).encode(LETTER);
    byte[] cut = java.util.Arrays.copyOf(good, good.length - 1);
    List<DeadLetter> read = read(good, new byte[0], new byte[] {1, 2, 3}, cut, good);
    assertThat(read).hasSize(2);
    assertThat(unreadable.getCount()).isEqualTo(3);
  }

  @Test
  void aTombstoneIsNothingToReadAndNothingWrong() {
    assertThat(read(new byte[][] {null})).isEmpty();
    assertThat(unreadable.getCount()).isZero();
  }

  private List<DeadLetter> read(byte[]... values) {
    RecordDeserializer<DeadLetter> deserializer =
        new RecordDeserializer<>(TopicCatalogue.DEAD_LETTERS);
    deserializer.open(new UnreadableCounting(unreadable));
    List<DeadLetter> read = new ArrayList<>();
    for (byte[] value : values) {
      deserializer.deserialize(
          new ConsumerRecord<>("dead.letters", 0, 0, new byte[0], value),
          new ListCollector<>(read));
    }
    return read;
  }
}
