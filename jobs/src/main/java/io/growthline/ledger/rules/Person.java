package io.growthline.ledger.rules;

import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.HrKind;

/**
 * What is known of an employee at one instant. Null parts are unknown.
 *
 * @param hiredOn first day of employment, as days since 1970-01-01
 * @param left whether the employment has ended; unknown people count as employed
 */
public record Person(String jobId, String grade, String teamId, Integer hiredOn, boolean left) {

  public static final Person UNKNOWN = new Person(null, null, null, null, false);

  /**
   * This person after an HR event.
   *
   * @param day local day of the event's effective time, the day of hire where none is given
   */
  public Person after(HrEvent event, int day) {
    boolean joins = event.kind() == HrKind.HIRED || event.kind() == HrKind.REHIRED;
    boolean leaves = event.kind() == HrKind.LEFT;
    Integer knownHire = event.hiredOn() != null ? event.hiredOn() : hiredOn;
    return new Person(
        newest(event.jobId(), jobId),
        newest(event.grade(), grade),
        newest(event.teamId(), teamId),
        knownHire == null && joins ? Integer.valueOf(day) : knownHire,
        !joins && (leaves || left));
  }

  private static String newest(String given, String known) {
    return given != null ? given : known;
  }
}
