package io.growthline.app;

import io.growthline.facts.Latest;
import io.growthline.ledger.LedgerStreams;
import io.growthline.recommend.RecommendStreams;
import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.Milestone;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.recommendations.RecommendationEffect;
import io.growthline.schemas.topics.Delivery;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.wire.SingleObjectEncoding;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Binds the outputs of pipelines to their topics, each with the delivery its topic promises. */
final class KafkaOutputs {

  /** Kafka brokers refuse more than 15 minutes unless set otherwise; it bounds a job's downtime. */
  private static final String TRANSACTION_TIMEOUT_MS = "900000";

  private final KafkaSettings settings;

  KafkaOutputs(KafkaSettings settings) {
    this.settings = settings;
  }

  void write(LedgerStreams ledger) {
    write(ledger.postings(), TopicCatalogue.LEDGER, Posting::employeeId, "credits-ledger-topic");
    write(
        ledger.decisions(),
        TopicCatalogue.DECISIONS,
        Decision::employeeId,
        "credits-decisions-topic");
    writeLatest(ledger.lots(), TopicCatalogue.LOTS, "credits-lots-topic");
    writeLatest(ledger.balances(), TopicCatalogue.BALANCES, "credits-balances-topic");
    writeLatest(ledger.progress(), TopicCatalogue.PROGRESS, "goals-progress-topic");
    write(
        ledger.milestones(),
        TopicCatalogue.MILESTONES,
        Milestone::employeeId,
        "credits-milestones-topic");
  }

  void writeFeatures(DataStream<Latest<FeatureVector>> vectors) {
    writeLatest(vectors, TopicCatalogue.FEATURES, "employees-features-topic");
  }

  void write(RecommendStreams recommender) {
    writeLatest(
        recommender.recommendations(),
        TopicCatalogue.RECOMMENDATIONS,
        "courses-recommendations-topic");
    write(
        recommender.effects(),
        TopicCatalogue.RECOMMENDATION_EFFECTS,
        RecommendationEffect::employeeId,
        "courses-recommendation-effects-topic");
  }

  void writeDeadLetters(DataStream<DeadLetter> deadLetters) {
    write(deadLetters, TopicCatalogue.DEAD_LETTERS, DeadLetter::source, "dead-letters-topic");
  }

  private <T extends Record> void write(
      DataStream<T> stream, Topic<T> topic, TopicSerializer.Part<T, String> key, String uid) {
    write(stream, topic, key, value -> value, uid);
  }

  private <T extends Record> void writeLatest(
      DataStream<Latest<T>> stream, Topic<T> topic, String uid) {
    write(stream, topic, Latest::key, Latest::value, uid);
  }

  private <E, T extends Record> void write(
      DataStream<E> stream,
      Topic<T> topic,
      TopicSerializer.Part<E, String> key,
      TopicSerializer.Part<E, T> value,
      String uid) {
    String name = settings.prefix().nameOf(topic);
    Properties producer = settings.clientProperties();
    producer.setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
    KafkaSinkBuilder<E> sink =
        KafkaSink.<E>builder()
            .setBootstrapServers(settings.bootstrapServers())
            .setRecordSerializer(
                new TopicSerializer<>(
                    name, key, value, SingleObjectEncoding.of(topic.valueType())));
    if (topic.delivery() == Delivery.EXACTLY_ONCE) {
      producer.setProperty(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
      sink.setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
          .setTransactionNamingStrategy(TransactionNamingStrategy.INCREMENTING)
          .setTransactionalIdPrefix(settings.unique(topic.name()));
    } else {
      // A notice is worth its milliseconds: nothing is held back to fill a batch.
      producer.setProperty(ProducerConfig.LINGER_MS_CONFIG, "0");
      sink.setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE);
    }
    stream
        .sinkTo(sink.setKafkaProducerConfig(producer).build())
        .name("Topic " + topic.name())
        .uid(uid);
  }
}
