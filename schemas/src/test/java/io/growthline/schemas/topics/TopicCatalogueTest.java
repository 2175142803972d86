package io.growthline.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.growthline.schemas.avro.RecordSchemas;
import io.growthline.schemas.reference.Section;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicCatalogueTest {

  @Test
  void the_names_are_those_of_the_contract() {
    assertThat(TopicCatalogue.all())
        .extracting(Topic::name)
        .containsExactly(
            "learning.events",
            "credit.commands",
            "performance.events",
            "hr.events",
            "survey.events",
            "reference.schemes",
            "reference.activities",
            "reference.goals",
            "reference.rewards",
            "reference.metrics",
            "reference.skills",
            "reference.jobs",
            "reference.alert-rules",
            "reference.programmes",
            "reference.revisions",
            "reference.models",
            "credits.ledger",
            "credits.decisions",
            "credits.lots",
            "credits.balances",
            "goals.progress",
            "credits.milestones",
            "employees.features",
            "courses.recommendations",
            "courses.recommendation-effects",
            "dead.letters");
  }

  @Test
  void every_employee_topic_is_keyed_by_a_field_of_its_records() {
    assertThat(TopicCatalogue.all())
        .filteredOn(topic -> topic.key().equals("employeeId"))
        .hasSize(13)
        .allSatisfy(
            topic ->
                assertThat(RecordSchemas.of(topic.valueType()).getField("employeeId")).isNotNull());
  }

  @Test
  void only_the_latest_states_and_the_rule_book_are_compacted() {
    assertThat(TopicCatalogue.all())
        .filteredOn(topic -> topic.cleanup() == Cleanup.COMPACT)
        .filteredOn(topic -> !topic.name().startsWith("reference."))
        .containsExactly(
            TopicCatalogue.LOTS,
            TopicCatalogue.BALANCES,
            TopicCatalogue.PROGRESS,
            TopicCatalogue.FEATURES,
            TopicCatalogue.RECOMMENDATIONS);
    assertThat(TopicCatalogue.reference())
        .allMatch(topic -> topic.cleanup() == Cleanup.COMPACT && topic.partitions() == 1);
  }

  @Test
  void an_unknown_section_has_no_topic() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TopicCatalogue.reference(Section.UNKNOWN));
  }

  @Test
  void a_tenants_topics_start_with_its_prefix() {
    assertThat(new TopicPrefix("acme").nameOf(TopicCatalogue.BALANCES))
        .isEqualTo("acme.credits.balances");
    assertThat(TopicPrefix.NONE.nameOf(TopicCatalogue.BALANCES)).isEqualTo("credits.balances");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "acme/eu", ".acme", "__acme", "公司"})
  void a_prefix_that_kafka_would_refuse_or_hide_is_refused(String prefix) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TopicPrefix(prefix))
        .withMessageContaining(prefix);
  }

  @Test
  void topics_are_created_as_catalogued() {
    NewTopic topic =
        TopicCreation.newTopic(new TopicPrefix("acme"), TopicCatalogue.LEDGER.withPartitions(12));

    assertThat(topic.name()).isEqualTo("acme.credits.ledger");
    assertThat(topic.numPartitions()).isEqualTo(12);
    assertThat(topic.configs())
        .isEqualTo(
            Map.of(
                "cleanup.policy", "delete",
                "retention.ms", "7776000000",
                "message.timestamp.type", "LogAppendTime"));
  }

  @Test
  void removals_stay_on_compacted_topics_as_long_as_events_on_theirs() {
    NewTopic topic = TopicCreation.newTopic(TopicPrefix.NONE, TopicCatalogue.REVISIONS);

    assertThat(topic.configs())
        .isEqualTo(
            Map.of(
                "cleanup.policy", "compact",
                "delete.retention.ms", "7776000000",
                "message.timestamp.type", "LogAppendTime"));
  }
}
