package io.growthline.rulebook.check;

import io.growthline.rulebook.grammar.Document;
import io.growthline.rulebook.grammar.Entry;
import io.growthline.rulebook.grammar.Reading;
import io.growthline.rulebook.problem.ProblemCode;
import io.growthline.rulebook.problem.Quote;
import io.growthline.rulebook.yaml.Node;
import io.growthline.schemas.reference.Section;
import java.util.HashMap;
import java.util.Map;

/** Only a count can be asked which share of it has a given reason. */
final class MetricChecks {

  private final Map<String, String> kinds = new HashMap<>();
  private final Reading reading;

  private MetricChecks(Reading reading) {
    this.reading = reading;
  }

  static void run(Document document, Reading reading) {
    MetricChecks checks = new MetricChecks(reading);
    for (Entry metric : document.of(Section.METRICS)) {
      if (metric.id() != null && metric.json().has("kind")) {
        checks.kinds.put(metric.id(), metric.json().get("kind").textValue());
      }
    }
    for (Entry alert : document.of(Section.ALERT_RULES)) {
      checks.check(alert.node().get("when"));
      checks.check(alert.node().get("clearWhen"));
    }
  }

  /** Looks at a condition and everything inside it; a document's depth bounds the recursion. */
  private void check(Node node) {
    if (node instanceof Node.Sequence sequence) {
      sequence.items().forEach(this::check);
    } else if (node instanceof Node.Mapping mapping) {
      if (mapping.has("reason") && mapping.get("metric") instanceof Node.Scalar metric) {
        String kind = kinds.getOrDefault(metric.text(), "count");
        if (!kind.equals("count")) {
          String message = "'reason' is not allowed here: metric " + Quote.of(metric.text());
          reading.problem(
              mapping.get("reason"), ProblemCode.NOT_ALLOWED_HERE, message + " is no count");
        }
      }
      mapping.entries().forEach(entry -> check(entry.value()));
    }
  }
}
