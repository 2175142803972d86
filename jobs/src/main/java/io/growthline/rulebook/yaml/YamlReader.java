package io.growthline.rulebook.yaml;

import io.growthline.rulebook.problem.ProblemCode;
import io.growthline.rulebook.problem.Problems;
import io.growthline.rulebook.problem.Quote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads the plain part of YAML that rule books are written in: one document of mappings, sequences
 * and scalars. Works on the parser's events, so that nothing a file says can make it grow: aliases
 * are never followed and nesting stops at {@value #DEEPEST}.
 */
public final class YamlReader {

  private static final int DEEPEST = 32;

  /** Bounds the memory of a file made of nothing but brackets and commas. */
  private static final int MOST_NODES = 4_000_000;

  /** Nothing longer is a number, a boolean or null; spares the patterns from huge scalars. */
  private static final int LONGEST_TYPED_SCALAR = 1_000;

  private static final ScalarResolver TYPES = new CoreSchema().getScalarResolver();

  private final Problems problems;
  private final Iterator<Event> events;
  private int nodes;

  private YamlReader(String text, Problems problems) {
    LoadSettings settings =
        LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();
    this.problems = problems;
    this.events = new Parse(settings).parseString(text).iterator();
  }

  /**
   * Reads a document.
   *
   * @param content UTF-8, with or without a byte order mark
   * @param problems gets what is wrong with it
   */
  public static Result read(byte[] content, Problems problems) {
    String text = Utf8.decode(content, problems);
    if (text == null) {
      return Result.INCOMPLETE;
    }
    try {
      return new Result(true, new YamlReader(text, problems).document());
    } catch (Unreadable e) {
      problems.add(e.line, e.column, e.code, e.getMessage());
    } catch (RuntimeException e) {
      // The parser's own exceptions, and whatever else its code throws on hostile input.
      SyntaxProblem.of(e, text).addTo(problems);
    }
    return Result.INCOMPLETE;
  }

  /**
   * A document as far as it is YAML.
   *
   * @param complete whether it could be read to the end
   * @param root null if it is empty or not complete
   */
  public record Result(boolean complete, Node root) {
    private static final Result INCOMPLETE = new Result(false, null);
  }

  private Node document() {
    Node root = null;
    while (events.hasNext()) {
      Event event = events.next();
      switch (event.getEventId()) {
        case DocumentStart -> {
          if (root != null) {
            throw unreadable(event, ProblemCode.SYNTAX, "only one document is allowed in a file");
          }
        }
        case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
        default -> root = node(event, 1);
      }
    }
    return root;
  }

  private Node node(Event event, int depth) {
    if (++nodes > MOST_NODES) {
      throw unreadable(event, ProblemCode.TOO_LARGE, "more than " + MOST_NODES + " values");
    }
    rejectAnchor(event);
    if (event instanceof ScalarEvent scalar) {
      return tagged(event, scalar.getTag()) ? broken(event) : scalar(scalar);
    }
    if (!(event instanceof CollectionStartEvent collection)) {
      return broken(event);
    }
    if (depth > DEEPEST) {
      throw unreadable(
          event, ProblemCode.TOO_LARGE, "nested more than " + DEEPEST + " levels deep");
    }
    // A tagged collection is read all the same, so that its other problems are told too.
    tagged(event, collection.getTag());
    return event instanceof MappingStartEvent ? mapping(event, depth) : sequence(event, depth);
  }

  private void rejectAnchor(Event event) {
    if (event instanceof AliasEvent alias) {
      String name = Quote.of("*" + alias.getAlias().getValue());
      problem(event, ProblemCode.ALIAS, "aliases are not allowed: write out " + name);
    } else if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      String name = Quote.of("&" + node.getAnchor().get().getValue());
      problem(event, ProblemCode.ALIAS, "anchors are not allowed: remove " + name);
    }
  }

  private boolean tagged(Event event, Optional<String> tag) {
    tag.ifPresent(
        name ->
            problem(
                event,
                ProblemCode.NOT_ALLOWED_HERE,
                "tags are not allowed: remove " + Quote.of(name)));
    return tag.isPresent();
  }

  private Node.Scalar scalar(ScalarEvent event) {
    return new Node.Scalar(line(event), column(event), type(event), event.getValue());
  }

  private static Node.ScalarType type(ScalarEvent event) {
    String text = event.getValue();
    if (!event.isPlain() || text.length() > LONGEST_TYPED_SCALAR) {
      return Node.ScalarType.TEXT;
    }
    Tag tag = TYPES.resolve(text, true);
    if (tag.equals(Tag.NULL)) {
      return Node.ScalarType.NULL;
    }
    if (tag.equals(Tag.BOOL)) {
      return Node.ScalarType.BOOLEAN;
    }
    boolean number = tag.equals(Tag.INT) || tag.equals(Tag.FLOAT);
    return number ? Node.ScalarType.NUMBER : Node.ScalarType.TEXT;
  }

  private Node.Sequence sequence(Event start, int depth) {
    List<Node> items = new ArrayList<>();
    for (Event next = events.next();
        next.getEventId() != Event.ID.SequenceEnd;
        next = events.next()) {
      items.add(node(next, depth + 1));
    }
    return new Node.Sequence(line(start), column(start), items);
  }

  private Node.Mapping mapping(Event start, int depth) {
    List<Node.Entry> entries = new ArrayList<>();
    Map<String, Integer> linesByKey = new HashMap<>();
    for (Event next = events.next();
        next.getEventId() != Event.ID.MappingEnd;
        next = events.next()) {
      Node key = node(next, depth + 1);
      Node value = node(events.next(), depth + 1);
      if (usable(key, linesByKey)) {
        entries.add(new Node.Entry((Node.Scalar) key, value));
      }
    }
    return new Node.Mapping(line(start), column(start), entries);
  }

  private boolean usable(Node node, Map<String, Integer> linesByKey) {
    if (!(node instanceof Node.Scalar key)) {
      if (!(node instanceof Node.Broken)) {
        problems.add(
            node.line(), node.column(), ProblemCode.WRONG_TYPE, "a key must be a plain word");
      }
      return false;
    }
    if (key.text().equals("<<")) {
      problems.add(
          key.line(), key.column(), ProblemCode.ALIAS, "merge keys are not allowed: write it out");
      return false;
    }
    Integer first = linesByKey.putIfAbsent(key.text(), key.line());
    if (first != null) {
      problems.add(
          key.line(),
          key.column(),
          ProblemCode.DUPLICATE_KEY,
          "key " + Quote.of(key.text()) + " is already given on line " + first);
    }
    return first == null && !key.text().startsWith("x-");
  }

  private void problem(Event event, ProblemCode code, String message) {
    problems.add(line(event), column(event), code, message);
  }

  private static Node.Broken broken(Event event) {
    return new Node.Broken(line(event), column(event));
  }

  private static int line(Event event) {
    return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  private static int column(Event event) {
    return event.getStartMark().map(Mark::getColumn).orElse(0) + 1;
  }

  private static Unreadable unreadable(Event event, ProblemCode code, String message) {
    return new Unreadable(line(event), column(event), code, message);
  }

  /** Ends the reading: what follows cannot be made sense of. */
  private static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final ProblemCode code;

    Unreadable(int line, int column, ProblemCode code, String message) {
      super(message);
      this.line = line;
      this.column = column;
      this.code = code;
    }
  }
}
