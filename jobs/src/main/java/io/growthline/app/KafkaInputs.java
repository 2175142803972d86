package io.growthline.app;

import io.growthline.ingest.EventDeserializer;
import io.growthline.ingest.EventTime;
import io.growthline.ingest.InputRecord;
import io.growthline.schemas.events.Event;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicCatalogue;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Binds the inputs of pipelines to their topics. */
record KafkaInputs(KafkaSources sources) {

  /** All input topics in one stream of events and dead letters, in event time. */
  DataStream<InputRecord> records() {
    return EventTime.alsoInSilence(
        records(TopicCatalogue.LEARNING_EVENTS)
            .union(
                records(TopicCatalogue.CREDIT_COMMANDS),
                records(TopicCatalogue.HR_EVENTS),
                records(TopicCatalogue.PERFORMANCE_EVENTS),
                records(TopicCatalogue.SURVEY_EVENTS)));
  }

  private <T extends Record & Event> DataStream<InputRecord> records(Topic<T> topic) {
    return sources.read(topic, EventDeserializer.of(topic), EventTime.ofPartitions());
  }
}
