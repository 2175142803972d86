package io.growthline.ledger;

import io.growthline.schemas.events.HrEvent;

/**
 * What was said of an employee: a people event, or by the ledger that they were erased. Exactly one
 * part is non-null.
 *
 * @param erased id of an employee, of which nothing but {@link #employeeId} can be asked
 */
public record PeopleStatement(HrEvent event, String erased) {

  static PeopleStatement of(HrEvent event) {
    return new PeopleStatement(event, null);
  }

  static PeopleStatement ofErased(String employeeId) {
    return new PeopleStatement(null, employeeId);
  }

  String employeeId() {
    return erased != null ? erased : event.employeeId();
  }
}
