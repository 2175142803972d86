package io.growthline.oracle;

import io.growthline.rulebook.Who;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.HrKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** An employee's standing at one instant; unknown parts are null. */
record Person(boolean employed, String job, String grade, String team, LocalDate hiredOn) {

  /** Folds all people facts, given in order of effect, up to and including that instant. */
  static Person at(List<HrEvent> facts, ZoneId zone, long time) {
    Person person = new Person(true, null, null, null, null);
    for (HrEvent fact : facts) {
      if (fact.effectiveAt() <= time && fact.kind() != HrKind.ERASED) {
        person = person.after(fact, zone);
      }
    }
    return person;
  }

  /** Whether the person is one of those, as far as is known, on that day. */
  boolean isIn(Who who, LocalDate today) {
    return (who.jobs() == null || isOneOf(who.jobs(), job))
        && (who.grades() == null || isOneOf(who.grades(), grade))
        && (who.teams() == null || isOneOf(who.teams(), team))
        && (who.withinDaysOfHire() == null
            || (hiredOn != null && !today.isAfter(hiredOn.plusDays(who.withinDaysOfHire()))))
        && (who.tenureAtLeast() == null
            || (hiredOn != null && !today.isBefore(who.tenureAtLeast().after(hiredOn))));
  }

  static boolean isOneOf(List<String> values, String known) {
    return known != null && values.contains(known);
  }

  private Person after(HrEvent fact, ZoneId zone) {
    boolean arrival = fact.kind() == HrKind.HIRED || fact.kind() == HrKind.REHIRED;
    LocalDate hired = hiredOn;
    if (fact.hiredOn() != null) {
      hired = LocalDate.ofEpochDay(fact.hiredOn());
    } else if (arrival && hiredOn == null) {
      hired = Instant.ofEpochMilli(fact.effectiveAt()).atZone(zone).toLocalDate();
    }
    return new Person(
        arrival || (employed && fact.kind() != HrKind.LEFT),
        fact.jobId() == null ? job : fact.jobId(),
        fact.grade() == null ? grade : fact.grade(),
        fact.teamId() == null ? team : fact.teamId(),
        hired);
  }
}
