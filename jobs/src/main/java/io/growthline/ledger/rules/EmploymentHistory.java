package io.growthline.ledger.rules;

import io.growthline.schemas.avro.ContentHash;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.tables.EmploymentInterval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One employee's people events, and what they say together: what was true from when until when.
 *
 * @param facts the events that arrived, void ones included
 */
public record EmploymentHistory(KeyedStore<FactId, KnownFact> facts) {

  /**
   * Takes an event in; of those that share an identity the one counts that counts everywhere.
   *
   * @return whether it is new: not an exact duplicate
   */
  public boolean add(HrEvent event) {
    LedgerFact fact = LedgerFact.of(event);
    String hash = ContentHash.of(event);
    KnownFact known = facts.get(fact.id());
    if (known == null) {
      facts.put(fact.id(), KnownFact.first(fact, hash));
      return true;
    }
    if (known.knows(hash)) {
      return false;
    }
    facts.put(
        fact.id(),
        known.yieldsTo(fact, hash) ? known.replacedBy(fact, hash) : known.outbidding(hash));
    return true;
  }

  /** Whether the employee has to be erased by an instant, epoch milliseconds. */
  public boolean isErased(long instant) {
    return erasureAt() <= instant;
  }

  /** When the employee has to be erased: epoch milliseconds; MAX_VALUE: not at all. */
  private long erasureAt() {
    Set<FactId> voided = voided();
    long soonest = Long.MAX_VALUE;
    for (Map.Entry<FactId, KnownFact> entry : facts.entries()) {
      LedgerFact fact = entry.getValue().fact();
      if (Erasure.isDemandedBy(fact) && !voided.contains(fact.id())) {
        soonest = Math.min(soonest, fact.effectiveAt());
      }
    }
    return soonest;
  }

  /** When the newest of the events was stated: epoch milliseconds; MIN_VALUE: there is none. */
  public long newestStatement() {
    long newest = Long.MIN_VALUE;
    for (Map.Entry<FactId, KnownFact> entry : facts.entries()) {
      newest = Math.max(newest, entry.getValue().fact().event().occurredAt());
    }
    return newest;
  }

  private Set<FactId> voided() {
    Set<FactId> voided = new HashSet<>();
    for (Map.Entry<FactId, KnownFact> entry : facts.entries()) {
      if (entry.getValue().fact().voids() != null) {
        voided.add(entry.getValue().fact().voids());
      }
    }
    return voided;
  }

  /**
   * One interval for each instant at which something took effect; the last one is open.
   *
   * @param zone the scheme's: says which day is the day of hire where none is given
   * @param revisions number of the rule book's revisions so far
   */
  public List<EmploymentInterval> intervals(String employeeId, ZoneId zone, long revisions) {
    long version = revisions;
    Set<FactId> voided = voided();
    List<LedgerFact> statements = new ArrayList<>();
    for (Map.Entry<FactId, KnownFact> entry : facts.entries()) {
      LedgerFact fact = entry.getValue().fact();
      version += 1 + entry.getValue().outbidHashes().size();
      if (fact.voids() == null) {
        statements.add(fact);
      }
    }
    statements.sort(LedgerFact.EFFECTIVE_ORDER);
    List<HrEvent> standing =
        statements.stream()
            .filter(fact -> !voided.contains(fact.id()))
            .map(LedgerFact::hr)
            .toList();
    return standing.isEmpty() && !statements.isEmpty()
        ? List.of(nothingStands(employeeId, statements.get(0).effectiveAt(), version))
        : intervals(employeeId, standing, zone, version);
  }

  /** Takes back what was told before all of it turned out void. */
  private static EmploymentInterval nothingStands(String employeeId, long from, long version) {
    return new EmploymentInterval(
        employeeId, from, null, false, null, null, null, null, null, null, version);
  }

  private static List<EmploymentInterval> intervals(
      String employeeId, List<HrEvent> events, ZoneId zone, long version) {
    List<EmploymentInterval> intervals = new ArrayList<>();
    Person person = Person.UNKNOWN;
    String managerId = null;
    List<String> preferredFormats = null;
    for (int i = 0; i < events.size(); i++) {
      HrEvent event = events.get(i);
      long from = event.effectiveAt();
      person = person.after(event, dayOf(from, zone));
      managerId = event.managerId() != null ? event.managerId() : managerId;
      preferredFormats =
          event.preferredFormats() != null ? event.preferredFormats() : preferredFormats;
      Long to = i + 1 < events.size() ? Long.valueOf(events.get(i + 1).effectiveAt()) : null;
      if (to == null || to != from) {
        intervals.add(
            new EmploymentInterval(
                employeeId,
                from,
                to,
                !person.left(),
                person.jobId(),
                person.grade(),
                person.teamId(),
                managerId,
                person.hiredOn(),
                preferredFormats,
                version));
      }
    }
    return intervals;
  }

  private static int dayOf(long epochMillis, ZoneId zone) {
    return (int) LocalDate.ofInstant(Instant.ofEpochMilli(epochMillis), zone).toEpochDay();
  }
}
