package io.growthline.rulebook.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.growthline.rulebook.grammar.Document;
import io.growthline.rulebook.grammar.Entry;
import io.growthline.rulebook.grammar.Reading;
import io.growthline.rulebook.grammar.Reading.Reference;
import io.growthline.rulebook.grammar.Reading.Target;
import io.growthline.rulebook.problem.ProblemCode;
import io.growthline.rulebook.problem.Quote;
import io.growthline.rulebook.yaml.Node;
import io.growthline.schemas.reference.Section;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Every id referred to must be there. Jobs are checked only where the file lists jobs: else the HR
 * system owns their ids. A tag must be on some activity.
 */
final class ReferenceChecks {

  private final Document document;
  private final Map<Target, Set<String>> known = new EnumMap<>(Target.class);

  private ReferenceChecks(Document document) {
    this.document = document;
  }

  static void run(Document document, Reading reading) {
    ReferenceChecks checks = new ReferenceChecks(document);
    checks.collect(Target.ACTIVITY, Section.ACTIVITIES);
    checks.collect(Target.REWARD, Section.REWARDS);
    checks.collect(Target.METRIC, Section.METRICS);
    if (document.sections().containsKey(Section.JOBS)) {
      checks.collect(Target.JOB, Section.JOBS);
    }
    checks.collectTags();
    reading.references().forEach(reference -> checks.check(reference, reading));
  }

  private void check(Reference reference, Reading reading) {
    Set<String> ids = known.get(reference.target());
    String id = reference.at().text();
    if (ids != null && !ids.contains(id)) {
      String message =
          reference.target() == Target.TAG
              ? "no activity has the tag " + Quote.of(id)
              : "there is no "
                  + reference.target().name().toLowerCase(Locale.ROOT)
                  + " with the id "
                  + Quote.of(id);
      reading.problem(reference.at(), ProblemCode.DANGLING_REFERENCE, message);
    }
  }

  private void collect(Target target, Section section) {
    if (isReadable(section)) {
      Set<String> ids = new HashSet<>();
      document.of(section).forEach(entry -> ids.add(entry.id()));
      known.put(target, ids);
    }
  }

  private void collectTags() {
    if (isReadable(Section.ACTIVITIES)) {
      Set<String> tags = new HashSet<>();
      for (Entry activity : document.of(Section.ACTIVITIES)) {
        for (JsonNode value : activity.valuesOf("tags")) {
          value.forEach(tag -> tags.add(tag.textValue()));
        }
      }
      known.put(Target.TAG, tags);
    }
  }

  /** A section that is no sequence has its own problem already; so has one that must be there. */
  private boolean isReadable(Section section) {
    Node node = document.sections().get(section);
    return node == null ? section != Section.ACTIVITIES : node instanceof Node.Sequence;
  }
}
