package io.growthline.cases;

import io.growthline.ingest.EventDeserializer;
import io.growthline.ingest.InputRecord;
import io.growthline.ledger.rules.LedgerFact;
import io.growthline.rulebook.ReadResult;
import io.growthline.rulebook.RuleBookFile;
import io.growthline.schemas.events.Event;
import io.growthline.schemas.reference.Revision;
import io.growthline.schemas.topics.Topic;
import io.growthline.schemas.topics.TopicCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A case that the business describes: what happens, and what must come out.
 *
 * @param id the name of its folder; begins with the case's number
 * @param people people events as JSON lines; each employee's come before their learning events
 * @param learning learning events as JSON lines, each employee's in order of time
 */
public record BriefCase(
    String id, List<String> people, List<String> learning, Expectation expectation) {

  /** Every case, by the name of its folder. */
  public static final List<String> IDS =
      List.of(
          "A1-categories",
          "A2-workshop-cases",
          "A3-onboarding",
          "A4-certification",
          "A5-rewards",
          "A6-supervisor",
          "A7-store-manager",
          "A8-weighed-by-need",
          "A9-compensation");

  private static final String FOLDER = "/brief-cases/";

  /** Loads a case. */
  public static BriefCase load(String id) {
    return new BriefCase(
        id,
        lines(id + "/hr.jsonl"),
        lines(id + "/learning.jsonl"),
        Expectation.parse(lines(id + "/expected.txt")));
  }

  /** The rule book that all cases are played by. */
  public static byte[] ruleBook() {
    return bytes("rulebook.yaml");
  }

  /**
   * The rule book as the first revision published.
   *
   * @throws IllegalStateException if it has errors
   */
  public static Revision revision() {
    ReadResult read = RuleBookFile.read("rulebook.yaml", ruleBook());
    if (read.hasErrors()) {
      throw new IllegalStateException(read.problems().toString());
    }
    return read.revision(1, 0);
  }

  /** Everything that happens, as the ledger takes it. */
  public List<LedgerFact> facts() {
    List<LedgerFact> facts = new ArrayList<>();
    read(people, TopicCatalogue.HR_EVENTS).forEach(input -> facts.add(LedgerFact.of(input.hr())));
    read(learning, TopicCatalogue.LEARNING_EVENTS)
        .forEach(input -> facts.add(LedgerFact.of(input.learning())));
    return facts;
  }

  /** Where the case's clock ends: its newest event, epoch milliseconds. */
  public long until() {
    return facts().stream().mapToLong(LedgerFact::effectiveAt).max().orElseThrow();
  }

  /** What the differences amount to, as a message; empty if there are none. */
  public String report(Observed observed) {
    List<String> differences = expectation.differences(observed);
    return differences.isEmpty()
        ? ""
        : id + ": - expected, + observed\n" + String.join("\n", differences);
  }

  private static <T extends Record & Event> List<InputRecord> read(
      List<String> lines, Topic<T> topic) {
    EventDeserializer<T> deserializer = EventDeserializer.of(topic);
    List<InputRecord> inputs = new ArrayList<>();
    for (String line : lines) {
      byte[] json = line.getBytes(StandardCharsets.UTF_8);
      deserializer.deserialize(
          new ConsumerRecord<>(topic.name(), 0, 0, new byte[0], json), new ListCollector<>(inputs));
    }
    return inputs;
  }

  private static List<String> lines(String file) {
    return new String(bytes(file), StandardCharsets.UTF_8).lines().toList();
  }

  private static byte[] bytes(String file) {
    try (InputStream content = BriefCase.class.getResourceAsStream(FOLDER + file)) {
      if (content == null) {
        throw new IllegalArgumentException("no such file among the cases: " + file);
      }
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
