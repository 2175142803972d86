package io.growthline.recommend.rules;

import io.growthline.rulebook.Activity;
import io.growthline.rulebook.ActivityKind;
import io.growthline.rulebook.ActivityTerms;
import io.growthline.rulebook.RuleBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The courses on offer on a day, numbered in the order of ids. Practice is none of them: it is
 * never done, and would come first for ever; growth plans name it. Immutable.
 */
final class Candidates {

  private final List<String> ids = new ArrayList<>();
  private final List<ActivityTerms> terms = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  /**
   * @param day days since 1970-01-01 in the scheme's zone
   */
  Candidates(RuleBook book, int day) {
    for (Activity activity : book.activities().values()) {
      ActivityTerms inForce = activity.versions().at(day);
      if (inForce != null && inForce.kind() == ActivityKind.COURSE && inForce.offeredOn(day)) {
        numbers.put(activity.id(), ids.size());
        ids.add(activity.id());
        terms.add(inForce);
      }
    }
  }

  int size() {
    return ids.size();
  }

  String id(int number) {
    return ids.get(number);
  }

  /** Its definition in force that day. */
  ActivityTerms terms(int number) {
    return terms.get(number);
  }

  /** The number of an activity, or null: it is not on offer. */
  Integer number(String activityId) {
    return numbers.get(activityId);
  }
}
