package io.growthline.ledger.rules;

import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.tables.EmploymentInterval;
import java.util.ArrayList;
import java.util.List;

/** People events as intervals: what was true from when until when. */
public final class Employments {

  private Employments() {}

  /**
   * One interval for each instant at which something took effect; the last one is open.
   *
   * @param events events that count, in effective order
   * @param version number of distinct facts taken into account
   */
  public static List<EmploymentInterval> of(
      String employeeId, List<HrEvent> events, LocalCalendar calendar, long version) {
    List<EmploymentInterval> intervals = new ArrayList<>();
    Person person = Person.UNKNOWN;
    String managerId = null;
    List<String> preferredFormats = null;
    for (int i = 0; i < events.size(); i++) {
      HrEvent event = events.get(i);
      long from = event.effectiveAt();
      person = person.after(event, calendar.dayOf(from));
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
}
