package io.growthline.rulebook.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.rulebook.problem.ProblemCode;
import io.growthline.rulebook.problem.Quote;
import io.growthline.rulebook.yaml.Node;
import io.growthline.schemas.reference.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The grammar of a whole rule book: its sections, and what each of their definitions holds. */
public final class RuleBookGrammar {

  private static final String SCHEME = "scheme";

  /** Where the one scheme has no id of its own. */
  private static final String DEFAULT_ID = "default";

  static final List<String> REQUIRED = List.of(SCHEME, "activities");

  private static final Map<String, Section> SECTIONS = new LinkedHashMap<>();
  private static final Map<Section, MapShape> SHAPES = new HashMap<>();

  static {
    section(SCHEME, Section.SCHEMES, SchemeGrammar.SCHEME);
    section("activities", Section.ACTIVITIES, ActivityGrammar.ACTIVITY);
    section("goals", Section.GOALS, GoalGrammar.GOAL);
    section("rewards", Section.REWARDS, CatalogueGrammar.REWARD);
    section("metrics", Section.METRICS, CatalogueGrammar.METRIC);
    section("skills", Section.SKILLS, CatalogueGrammar.SKILL);
    section("jobs", Section.JOBS, CatalogueGrammar.JOB);
    section("alerts", Section.ALERT_RULES, AlertGrammar.ALERT);
    section("programmes", Section.PROGRAMMES, CatalogueGrammar.PROGRAMME);
  }

  private RuleBookGrammar() {}

  private static void section(String key, Section section, MapShape shape) {
    SECTIONS.put(key, section);
    SHAPES.put(section, shape);
  }

  /** The sections by their key in a rule book. */
  static Map<String, Section> sections() {
    return SECTIONS;
  }

  /** What a definition of that section holds. */
  public static MapShape shapeOf(Section section) {
    return SHAPES.get(section);
  }

  /**
   * Reads a document.
   *
   * @param root its root; null: the file is empty
   */
  public static Document read(Node root, Reading reading) {
    Node.Mapping book = new Node.Mapping(1, 1, List.of());
    if (root instanceof Node.Mapping mapping) {
      book = mapping;
    } else if (root != null && !isNull(root)) {
      reading.unexpected(root, "a rule book (a mapping)");
      return new Document(List.of(), Map.of());
    }
    List<Entry> entries = new ArrayList<>();
    Map<Section, Node> sections = new HashMap<>();
    for (Node.Entry entry : book.entries()) {
      Section section = SECTIONS.get(entry.key().text());
      if (section == null) {
        UnknownKey.tell(entry.key(), "a rule book", SECTIONS.keySet(), reading);
        continue;
      }
      sections.put(section, entry.value());
      if (section == Section.SCHEMES) {
        readEntry(section, entry.value(), reading, entries);
      } else {
        readSection(section, entry, reading, entries);
      }
    }
    for (String key : REQUIRED) {
      if (!book.has(key)) {
        String message = "a rule book needs the key " + Quote.of(key);
        reading.problem(book, ProblemCode.MISSING_KEY, message);
      }
    }
    return new Document(entries, sections);
  }

  private static boolean isNull(Node node) {
    return node instanceof Node.Scalar scalar && scalar.type() == Node.ScalarType.NULL;
  }

  private static void readSection(
      Section section, Node.Entry entry, Reading reading, List<Entry> entries) {
    if (!(entry.value() instanceof Node.Sequence sequence)) {
      reading.unexpected(entry.value(), "a sequence of " + entry.key().text());
      return;
    }
    Map<String, Integer> linesById = new HashMap<>();
    for (Node item : sequence.items()) {
      Entry read = readEntry(section, item, reading, entries);
      if (read != null && read.id() != null) {
        Node at = read.node().get("id");
        Integer first = linesById.putIfAbsent(read.id(), at.line());
        if (first != null) {
          String message = "id " + Quote.of(read.id()) + " is already given on line " + first;
          reading.problem(at, ProblemCode.DUPLICATE_ID, message);
        }
      }
    }
  }

  private static Entry readEntry(Section section, Node node, Reading reading, List<Entry> entries) {
    JsonNode json = SHAPES.get(section).read(node, reading);
    if (json == null) {
      return null;
    }
    String orElse = section == Section.SCHEMES ? DEFAULT_ID : null;
    String id = json.has("id") ? json.get("id").textValue() : orElse;
    Entry entry = new Entry(section, id, (Node.Mapping) node, (ObjectNode) json);
    entries.add(entry);
    return entry;
  }
}
