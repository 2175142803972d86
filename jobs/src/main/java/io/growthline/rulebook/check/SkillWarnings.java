package io.growthline.rulebook.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.growthline.rulebook.grammar.Document;
import io.growthline.rulebook.grammar.Entry;
import io.growthline.rulebook.grammar.Reading;
import io.growthline.rulebook.problem.ProblemCode;
import io.growthline.rulebook.problem.Quote;
import io.growthline.rulebook.yaml.Node;
import io.growthline.schemas.reference.Section;
import java.util.HashMap;
import java.util.Map;

/** A skill that a job needs should be taught by some activity, up to the level needed. */
final class SkillWarnings {

  private SkillWarnings() {}

  static void run(Document document, Reading reading) {
    Map<String, Integer> taught = levelsTaught(document);
    for (Entry job : document.of(Section.JOBS)) {
      check(job.node().get("skills"), taught, reading);
    }
  }

  /** The highest level of each skill that any activity ever gives. */
  static Map<String, Integer> levelsTaught(Document document) {
    Map<String, Integer> levels = new HashMap<>();
    for (Entry activity : document.of(Section.ACTIVITIES)) {
      for (JsonNode skills : activity.valuesOf("skills")) {
        for (JsonNode skill : skills) {
          if (skill.has("skill") && skill.has("level")) {
            levels.merge(skill.get("skill").textValue(), skill.get("level").intValue(), Math::max);
          }
        }
      }
    }
    return levels;
  }

  /** Finds every skill with its level below a node, dated or not. */
  private static void check(Node node, Map<String, Integer> taught, Reading reading) {
    if (node instanceof Node.Sequence sequence) {
      sequence.items().forEach(item -> check(item, taught, reading));
    } else if (node instanceof Node.Mapping mapping) {
      if (mapping.get("skill") instanceof Node.Scalar skill
          && mapping.get("level") instanceof Node.Scalar level
          && level.text().matches("[1-5]")
          && taught.getOrDefault(skill.text(), 0) < Integer.parseInt(level.text())) {
        String message = "no activity gives skill " + Quote.of(skill.text()) + " at level ";
        reading.problem(skill, ProblemCode.SKILL_NOT_TAUGHT, message + level.text());
      }
      check(mapping.get("value"), taught, reading);
    }
  }
}
