package io.growthline.oracle;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import io.growthline.oracle.OracleResult.Cause;
import io.growthline.oracle.OracleResult.Verdict;
import io.growthline.rulebook.RuleBook;
import io.growthline.schemas.events.CreditCommand;
import io.growthline.schemas.events.Event;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.ledger.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What is left of an employee's records when what was not known by the end, duplicates, conflicts
 * and voided events are taken out.
 */
final class Facts {

  /** In order of effect; neither voided nor voiding. */
  final List<HrEvent> hr = new ArrayList<>();

  /** In order of effect; neither voided nor voiding. */
  final List<LearningEvent> learning = new ArrayList<>();

  /** In order of effect. */
  final List<CreditCommand> commands = new ArrayList<>();

  /** The times at which a fact takes effect, voiding ones included. */
  final TreeSet<Long> instants = new TreeSet<>();

  final List<Verdict> decisions = new ArrayList<>();
  int duplicates;

  private final long until;
  private final Function<Object, String> contentHash;

  Facts(long until, Function<Object, String> contentHash) {
    this.until = until;
    this.contentHash = contentHash;
  }

  void addHr(List<HrEvent> records) {
    List<HrEvent> events = settle(records);
    Set<Cause> voided = new HashSet<>();
    for (HrEvent event : events) {
      if (event.voidsEventId() != null) {
        voided.add(target(event, event.voidsSource(), event.voidsEventId()));
      }
    }
    for (HrEvent event : events) {
      boolean voiding = event.voidsEventId() != null;
      if (!voiding && voided.contains(cause(event))) {
        continue;
      }
      if (event.effectiveAt() <= until) {
        instants.add(event.effectiveAt());
      }
      if (!voiding) {
        hr.add(event);
      }
    }
    hr.sort(
        comparingLong(HrEvent::effectiveAt)
            .thenComparing(HrEvent::occurredAt)
            .thenComparing(HrEvent::eventId)
            .thenComparing(HrEvent::source));
  }

  /** Events of an activity that the rule book lacks are no facts, except voids. */
  void addLearning(List<LearningEvent> records, RuleBook book) {
    List<LearningEvent> usable = new ArrayList<>(records);
    usable.removeIf(
        event ->
            event.verb() != LearningVerb.VOIDED
                && !book.activities().containsKey(event.activityId()));
    List<LearningEvent> events = settle(usable);
    Set<Cause> voided = new HashSet<>();
    for (LearningEvent event : events) {
      if (event.verb() == LearningVerb.VOIDED && event.voidsEventId() != null) {
        voided.add(target(event, event.voidsSource(), event.voidsEventId()));
      }
    }
    for (LearningEvent event : events) {
      if (event.verb() == LearningVerb.VOIDED) {
        instants.add(event.occurredAt());
      } else if (!voided.contains(cause(event))) {
        instants.add(event.occurredAt());
        learning.add(event);
      } else if (event.verb() == LearningVerb.COMPLETED || event.verb() == LearningVerb.APPROVED) {
        decisions.add(new Verdict(cause(event), Outcome.VOIDED));
      }
    }
    sort(learning);
  }

  void addCommands(List<CreditCommand> records) {
    for (CreditCommand command : settle(records)) {
      instants.add(command.occurredAt());
      commands.add(command);
    }
    sort(commands);
  }

  /** One event per identity: the earliest, then the one with the smaller hash. */
  private <E extends Event> List<E> settle(List<E> records) {
    Map<Cause, Map<String, E>> contents = new LinkedHashMap<>();
    for (E record : records) {
      if (record.occurredAt() > until) {
        continue;
      }
      E before =
          contents
              .computeIfAbsent(cause(record), identity -> new LinkedHashMap<>())
              .putIfAbsent(contentHash.apply(record), record);
      if (before != null) {
        duplicates++;
      }
    }
    List<E> settled = new ArrayList<>();
    for (Map<String, E> claims : contents.values()) {
      List<E> ranked = new ArrayList<>(claims.values());
      ranked.sort(comparing(E::occurredAt).thenComparing(contentHash));
      settled.add(ranked.get(0));
      for (E loser : ranked.subList(1, ranked.size())) {
        decisions.add(new Verdict(cause(loser), Outcome.CONFLICT));
      }
    }
    return settled;
  }

  private static <E extends Event> void sort(List<E> events) {
    events.sort(comparingLong(E::occurredAt).thenComparing(E::source).thenComparing(E::eventId));
  }

  static Cause cause(Event event) {
    return new Cause(event.source(), event.eventId());
  }

  private static Cause target(Event voiding, String source, String eventId) {
    return new Cause(source == null ? voiding.source() : source, eventId);
  }
}
