package io.growthline.app;

import io.growthline.rulebook.ReferenceRecord;
import io.growthline.rulebook.RevisionAssembler;
import io.growthline.schemas.reference.ModelAnnouncement;
import io.growthline.schemas.reference.Revision;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicCatalogue;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Reads topics, committed records only. A job without a savepoint begins at the beginning: it knows
 * nothing yet, so nothing may be skipped.
 */
final class KafkaSources {

  private final StreamExecutionEnvironment env;
  private final KafkaSettings settings;
  private final String group;

  /**
   * @param group consumer group whose offsets show how far the job has come
   */
  KafkaSources(StreamExecutionEnvironment env, KafkaSettings settings, String group) {
    this.env = env;
    this.settings = settings;
    this.group = group;
  }

  <T> DataStream<T> read(
      Topic<?> topic,
      KafkaRecordDeserializationSchema<T> deserializer,
      WatermarkStrategy<T> watermarks) {
    String uid = topic.name().replace('.', '-') + "-topic";
    KafkaSource<T> source = source(List.of(settings.prefix().nameOf(topic)), uid, deserializer);
    return env.fromSource(source, watermarks, "Topic " + topic.name()).uid(uid);
  }

  /** Whole revisions of the rule book. */
  DataStream<Revision> revisions() {
    List<String> topics =
        TopicCatalogue.reference().stream().map(topic -> settings.prefix().nameOf(topic)).toList();
    KafkaSource<ReferenceRecord> source =
        source(topics, "reference-topics", new ReferenceDeserializer(settings.prefix()));
    return RevisionAssembler.assemble(
        env.fromSource(source, WatermarkStrategy.noWatermarks(), "Reference topics")
            .uid("reference-topics"));
  }

  /** Announcements of models; the newest of each id holds. */
  DataStream<ModelAnnouncement> models() {
    return read(
        TopicCatalogue.MODELS,
        new RecordDeserializer<>(TopicCatalogue.MODELS),
        WatermarkStrategy.noWatermarks());
  }

  private <T> KafkaSource<T> source(
      List<String> topics, String name, KafkaRecordDeserializationSchema<T> deserializer) {
    return KafkaSource.<T>builder()
        .setBootstrapServers(settings.bootstrapServers())
        .setGroupId(settings.unique(group))
        .setClientIdPrefix(settings.unique(group + "-" + name))
        .setProperties(settings.clientProperties())
        .setProperty("isolation.level", "read_committed")
        .setTopics(topics)
        .setStartingOffsets(new FromTheBeginning())
        .setDeserializer(deserializer)
        .build();
  }
}
