package io.growthline.ledger.rules;

import io.growthline.rulebook.Activity;
import io.growthline.rulebook.ActivityTerms;
import io.growthline.rulebook.RuleBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that is on offer on a day. Immutable. */
final class Offerings {

  private final List<Offering> mostCreditsFirst;
  private final Map<String, Offering> byId = new HashMap<>();

  Offerings(RuleBook book, int day) {
    List<Offering> offerings = new ArrayList<>();
    for (Activity activity : book.activities().values()) {
      ActivityTerms terms = activity.versions().at(day);
      if (terms != null && terms.offeredOn(day)) {
        Offering offering = new Offering(activity.id(), terms);
        offerings.add(offering);
        byId.put(activity.id(), offering);
      }
    }
    offerings.sort(Offering.MOST_CREDITS_FIRST);
    this.mostCreditsFirst = List.copyOf(offerings);
  }

  List<Offering> mostCreditsFirst() {
    return mostCreditsFirst;
  }

  /** The offering of an activity, or null. */
  Offering of(String activityId) {
    return byId.get(activityId);
  }
}
