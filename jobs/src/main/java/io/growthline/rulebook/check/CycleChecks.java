package io.growthline.rulebook.check;

import io.growthline.rulebook.grammar.Document;
import io.growthline.rulebook.grammar.Entry;
import io.growthline.rulebook.grammar.Reading;
import io.growthline.rulebook.problem.ProblemCode;
import io.growthline.rulebook.problem.Quote;
import io.growthline.rulebook.yaml.Node;
import io.growthline.schemas.reference.Section;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Prerequisites and next jobs must come to an end. Walks with a stack of its own: a chain may be as
 * long as the file.
 */
final class CycleChecks {

  private final String key;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> done = new HashSet<>();
  private final Map<String, Integer> depthOnPath = new HashMap<>();
  private final Deque<Step> path = new ArrayDeque<>();
  private final Reading reading;

  /** An entry on the way, with the references of it that are still to be followed. */
  private record Step(String id, Deque<Node.Scalar> ahead) {}

  private CycleChecks(String key, List<Entry> entries, Reading reading) {
    this.key = key;
    this.reading = reading;
    for (Entry entry : entries) {
      if (entry.id() != null) {
        this.entries.putIfAbsent(entry.id(), entry);
      }
    }
  }

  static void run(Document document, Reading reading) {
    new CycleChecks("prerequisites", document.of(Section.ACTIVITIES), reading).check();
    new CycleChecks("next", document.of(Section.JOBS), reading).check();
  }

  private void check() {
    for (String id : entries.keySet()) {
      if (!done.contains(id)) {
        walkFrom(id);
      }
    }
  }

  private void walkFrom(String start) {
    enter(start);
    while (!path.isEmpty()) {
      Step step = path.getLast();
      if (step.ahead().isEmpty()) {
        leave(step);
      } else {
        follow(step.ahead().removeFirst());
      }
    }
  }

  private void follow(Node.Scalar reference) {
    String id = reference.text();
    if (depthOnPath.containsKey(id)) {
      String message = "'" + key + "' lead back to " + Quote.of(id) + ", " + lengthTo(id);
      reading.problem(reference, ProblemCode.CYCLE, message);
    } else if (entries.containsKey(id) && !done.contains(id)) {
      enter(id);
    }
  }

  private String lengthTo(String id) {
    int steps = path.size() - depthOnPath.get(id);
    return steps == 1 ? "in one step" : "in " + steps + " steps";
  }

  private void enter(String id) {
    depthOnPath.put(id, path.size());
    path.addLast(new Step(id, new ArrayDeque<>(references(entries.get(id)))));
  }

  private void leave(Step step) {
    path.removeLast();
    depthOnPath.remove(step.id());
    done.add(step.id());
  }

  private List<Node.Scalar> references(Entry entry) {
    List<Node.Scalar> references = new ArrayList<>();
    Node value = entry.node().get(key);
    List<Node> nodes = value instanceof Node.Sequence sequence ? sequence.items() : List.of();
    for (Node node : value instanceof Node.Scalar ? List.of(value) : nodes) {
      if (node instanceof Node.Scalar scalar) {
        references.add(scalar);
      }
    }
    return references;
  }
}
