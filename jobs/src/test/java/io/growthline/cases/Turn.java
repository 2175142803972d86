package io.growthline.cases;

import io.growthline.cases.BriefCase.Happening;
import io.growthline.ledger.rules.LedgerFact;
import io.growthline.schemas.topics.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What can be sent at once. Topics are read side by side, so whoever asks for a reward on one topic
 * after having earned on another has to wait for the answer, as people do.
 *
 * @param happenings in order of time; each employee's are of one topic
 * @param awaited those of employees who have a further turn
 */
record Turn(List<Happening> happenings, List<LedgerFact> awaited) {

  /** Divides into as few turns as can be. */
  static List<Turn> of(List<Happening> all) {
    List<Happening> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparing(Happening::fact, LedgerFact.EFFECTIVE_ORDER));
    List<List<Happening>> turns = new ArrayList<>();
    Map<String, Integer> turnOf = new HashMap<>();
    Map<String, Topic<?>> topicOf = new HashMap<>();
    for (Happening happening : sorted) {
      String employee = happening.fact().employeeId();
      Topic<?> before = topicOf.put(employee, happening.topic());
      boolean changes = before != null && !before.equals(happening.topic());
      int turn = turnOf.merge(employee, changes ? 1 : 0, Integer::sum);
      if (turn == turns.size()) {
        turns.add(new ArrayList<>());
      }
      turns.get(turn).add(happening);
    }
    List<Turn> found = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      int turn = i;
      List<LedgerFact> facts = turns.get(i).stream().map(Happening::fact).toList();
      found.add(
          new Turn(
              turns.get(i),
              facts.stream().filter(fact -> turnOf.get(fact.employeeId()) > turn).toList()));
    }
    return found;
  }
}
