package io.growthline.local.bench;

import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import java.util.concurrent.TimeUnit;

/**
 * The load of a measurement: events at fixed instants, whether or not the system keeps up, the
 * employees taking turns. Event number n is due n / rate seconds after the start.
 *
 * @param perSecond events a second
 * @param employees how many people take turns
 * @param warmUpSeconds events due before are sent but not measured
 * @param seconds how long is measured after that
 */
public record Load(int perSecond, int employees, int warmUpSeconds, int seconds) {

  private static final String ID_START = "task-";
  private static final String EMPLOYEE_START = "e";

  int events() {
    return Math.multiplyExact(perSecond, warmUpSeconds + seconds);
  }

  /** The first event that is measured. */
  int firstMeasured() {
    return perSecond * warmUpSeconds;
  }

  /** When the event is due, in nanoseconds after the start. */
  long dueNanos(int event) {
    return event * TimeUnit.SECONDS.toNanos(1) / perSecond;
  }

  String employee(int event) {
    return EMPLOYEE_START + event % employees;
  }

  /** The event itself: one approved task, worth one credit. */
  LearningEvent event(int event, long occurredAt) {
    String id = ID_START + event;
    return new LearningEvent(
        id,
        "bench",
        employee(event),
        occurredAt,
        LearningVerb.APPROVED,
        "task",
        null,
        null,
        null,
        null,
        id,
        null,
        null,
        null);
  }

  /** The event that gave the employee so many postings. */
  int eventOf(String employee, long postings) {
    int turn = Math.toIntExact(postings - 1);
    return turn * employees + Integer.parseInt(employee.substring(EMPLOYEE_START.length()));
  }

  /** The event of that id. */
  static int eventOf(String eventId) {
    return Integer.parseInt(eventId.substring(ID_START.length()));
  }
}
