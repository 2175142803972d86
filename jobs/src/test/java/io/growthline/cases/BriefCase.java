package io.growthline.cases;

import io.growthline.ingest.EventDeserializer;
import io.growthline.ingest.InputRecord;
import io.growthline.ledger.rules.FactKind;
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
 * @param happenings each employee's people facts come before all else
 */
public record BriefCase(String id, List<Happening> happenings, Expectation expectation) {

  /** A JSON line of an input topic, and the fact that it is to the ledger. */
  public record Happening(Topic<?> topic, String json, LedgerFact fact) {

    boolean isOfPeople() {
      return fact.kind() == FactKind.PEOPLE;
    }
  }

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
          "A9-compensation",
          "F6-erasure");

  private static final String FOLDER = "/brief-cases/";

  /** Loads a case. */
  public static BriefCase load(String id) {
    List<Happening> happenings = new ArrayList<>();
    happenings.addAll(read(id + "/hr.jsonl", TopicCatalogue.HR_EVENTS));
    happenings.addAll(read(id + "/learning.jsonl", TopicCatalogue.LEARNING_EVENTS));
    if (exists(id + "/commands.jsonl")) {
      happenings.addAll(read(id + "/commands.jsonl", TopicCatalogue.CREDIT_COMMANDS));
    }
    return new BriefCase(id, happenings, Expectation.parse(lines(id + "/expected.txt")));
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

  /** The people facts, as the ledger takes them. */
  List<LedgerFact> people() {
    return happenings.stream().filter(Happening::isOfPeople).map(Happening::fact).toList();
  }

  /** Where the case's clock ends: its newest event, epoch milliseconds. */
  public long until() {
    return happenings.stream()
        .mapToLong(happening -> happening.fact().effectiveAt())
        .max()
        .orElseThrow();
  }

  /** What the differences amount to, as a message; empty if there are none. */
  public String report(Observed observed) {
    List<String> differences = expectation.differences(observed);
    return differences.isEmpty()
        ? ""
        : id + ": - expected, + observed\n" + String.join("\n", differences);
  }

  /** What an input is to the ledger. */
  static LedgerFact factOf(InputRecord input) {
    if (input.deadLetter() != null) {
      throw new IllegalStateException("the cases are all usable, but: " + input.deadLetter());
    }
    if (input.hr() != null) {
      return LedgerFact.of(input.hr());
    }
    return input.command() != null
        ? LedgerFact.of(input.command())
        : LedgerFact.of(input.learning());
  }

  private static <T extends Record & Event> List<Happening> read(String file, Topic<T> topic) {
    EventDeserializer<T> deserializer = EventDeserializer.of(topic);
    List<Happening> happenings = new ArrayList<>();
    for (String line : lines(file)) {
      List<InputRecord> inputs = new ArrayList<>();
      byte[] json = line.getBytes(StandardCharsets.UTF_8);
      deserializer.deserialize(
          new ConsumerRecord<>(topic.name(), 0, 0, new byte[0], json), new ListCollector<>(inputs));
      inputs.forEach(input -> happenings.add(new Happening(topic, line, factOf(input))));
    }
    return happenings;
  }

  private static boolean exists(String file) {
    return BriefCase.class.getResource(FOLDER + file) != null;
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
