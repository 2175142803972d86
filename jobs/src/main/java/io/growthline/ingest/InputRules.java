package io.growthline.ingest;

import io.growthline.rulebook.RuleBook;
import io.growthline.schemas.deadletters.DeadLetterReason;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import java.io.Serializable;
import java.util.Set;

/**
 * What a rule book asks of events, for a replay, which knows it before it reads the first one.
 *
 * @param activities ids of the activities that learning events may name; a void need not
 */
public record InputRules(Set<String> activities, MetricRules metrics) implements Serializable {

  public InputRules {
    activities = Set.copyOf(activities);
  }

  public static InputRules of(RuleBook book) {
    return new InputRules(book.activities().keySet(), MetricRules.of(book));
  }

  void check(InputRecord input) throws UnusableInputException {
    LearningEvent learning = input.learning();
    if (learning != null
        && learning.verb() != LearningVerb.VOIDED
        && !activities.contains(learning.activityId())) {
      throw new UnusableInputException(
          DeadLetterReason.UNKNOWN_ACTIVITY, "the rule book has no such activity");
    }
    if (input.performance() != null) {
      metrics.check(input.performance());
    }
  }
}
