package io.growthline.app;

import io.growthline.ingest.EventDeserializer;
import io.growthline.ingest.EventTime;
import io.growthline.ingest.InputRecord;
import io.growthline.rulebook.ReferenceRecord;
import io.growthline.rulebook.RevisionAssembler;
import io.growthline.schemas.events.Event;
import io.growthline.schemas.reference.Revision;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicCatalogue;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Binds the inputs of pipelines to their topics. */
final class KafkaInputs {

  private final StreamExecutionEnvironment env;
  private final KafkaSettings settings;

  KafkaInputs(StreamExecutionEnvironment env, KafkaSettings settings) {
    this.env = env;
    this.settings = settings;
  }

  /**
   * All input topics in one stream of events and dead letters. A job without a savepoint begins at
   * the beginning: its ledger is empty, so nothing may be skipped.
   */
  DataStream<InputRecord> records() {
    return EventTime.alsoInSilence(
        records(TopicCatalogue.LEARNING_EVENTS, "learning-events-topic")
            .union(
                records(TopicCatalogue.CREDIT_COMMANDS, "credit-commands-topic"),
                records(TopicCatalogue.HR_EVENTS, "hr-events-topic"),
                records(TopicCatalogue.PERFORMANCE_EVENTS, "performance-events-topic"),
                records(TopicCatalogue.SURVEY_EVENTS, "survey-events-topic")));
  }

  private <T extends Record & Event> DataStream<InputRecord> records(Topic<T> topic, String uid) {
    KafkaSource<InputRecord> source =
        this.<InputRecord>source(uid)
            .setTopics(settings.prefix().nameOf(topic))
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setDeserializer(EventDeserializer.of(topic))
            .build();
    return env.fromSource(source, EventTime.ofPartitions(), "Topic " + topic.name()).uid(uid);
  }

  /** Whole revisions of the rule book; always read from the beginning, the topics are compact. */
  DataStream<Revision> revisions() {
    List<String> topics =
        TopicCatalogue.reference().stream().map(topic -> settings.prefix().nameOf(topic)).toList();
    KafkaSource<ReferenceRecord> source =
        this.<ReferenceRecord>source("reference-topics")
            .setTopics(topics)
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setDeserializer(new ReferenceDeserializer(settings.prefix()))
            .build();
    return RevisionAssembler.assemble(
        env.fromSource(source, WatermarkStrategy.noWatermarks(), "Reference topics")
            .uid("reference-topics"));
  }

  private <T> KafkaSourceBuilder<T> source(String name) {
    return KafkaSource.<T>builder()
        .setBootstrapServers(settings.bootstrapServers())
        .setGroupId(settings.unique("jobs"))
        .setClientIdPrefix(settings.unique(name))
        .setProperties(settings.clientProperties())
        .setProperty("isolation.level", "read_committed");
  }
}
