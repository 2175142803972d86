package io.growthline.app;

import io.growthline.rulebook.ReferenceRecord;
import io.growthline.schemas.reference.Definition;
import io.growthline.schemas.reference.RevisionManifest;
import io.growthline.schemas.reference.Section;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicPrefix;
import io.growthline.schemas.wire.SingleObjectEncoding;
import io.growthline.schemas.wire.UnreadableMessageException;
import io.growthline.schemas.wire.WireFormat;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the reference topics. What cannot be read is left out: the revision it belongs to is then
 * never whole, and the one before stays in force.
 */
final class ReferenceDeserializer implements KafkaRecordDeserializationSchema<ReferenceRecord> {

  private static final long serialVersionUID = 1;
  private static final Logger LOG = LoggerFactory.getLogger(ReferenceDeserializer.class);

  private final Map<String, Section> sections = new HashMap<>();
  private final String revisions;
  private final WireFormat<Definition> definitions = SingleObjectEncoding.of(Definition.class);
  private final WireFormat<RevisionManifest> manifests =
      SingleObjectEncoding.of(RevisionManifest.class);

  ReferenceDeserializer(TopicPrefix prefix) {
    for (Section section : Section.values()) {
      if (section != Section.UNKNOWN) {
        sections.put(prefix.nameOf(TopicCatalogue.reference(section)), section);
      }
    }
    this.revisions = prefix.nameOf(TopicCatalogue.REVISIONS);
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<ReferenceRecord> out) {
    try {
      ReferenceRecord record = read(message);
      if (record != null) {
        out.collect(record);
      }
    } catch (UnreadableMessageException e) {
      LOG.warn(
          "Reference record {} {}:{} left out: {} ({})",
          message.topic(),
          message.partition(),
          message.offset(),
          e.reason(),
          e.getMessage());
    }
  }

  private ReferenceRecord read(ConsumerRecord<byte[], byte[]> message)
      throws UnreadableMessageException {
    if (message.topic().equals(revisions)) {
      return message.value() == null ? null : ReferenceRecord.of(manifests.decode(message.value()));
    }
    if (message.value() != null) {
      return ReferenceRecord.of(definitions.decode(message.value()));
    }
    return message.key() == null
        ? null
        : ReferenceRecord.removal(
            sections.get(message.topic()), new String(message.key(), StandardCharsets.UTF_8));
  }

  @Override
  public TypeInformation<ReferenceRecord> getProducedType() {
    return TypeInformation.of(ReferenceRecord.class);
  }
}
