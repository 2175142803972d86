package io.growthline.schemas.wire;

import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import java.util.Map;

/** Sample events. */
final class Events {

  private Events() {}

  /** Only what is asked for. */
  static LearningEvent minimal() {
    return event(LearningVerb.VIEWED, null, null);
  }

  /** With a score and attributes. */
  static LearningEvent completed() {
    return event(LearningVerb.COMPLETED, 0.5, Map.of("plant", "Ulm"));
  }

  private static LearningEvent event(
      LearningVerb verb, Double score, Map<String, String> attributes) {
    return new LearningEvent(
        "e1",
        "lms",
        "p1",
        1_700_000_000_000L,
        verb,
        "python",
        score,
        null,
        null,
        null,
        null,
        null,
        null,
        attributes);
  }
}
