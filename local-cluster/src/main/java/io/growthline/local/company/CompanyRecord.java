package io.growthline.local.company;

import io.growthline.schemas.events.Event;

/**
 * One record as a system of the sample company sends it: an event, or a text that no reader can
 * make sense of.
 *
 * @param employeeId the key it is sent under
 * @param event the event, or null where the record is unreadable
 * @param unreadable the broken text, or null where there is an event
 */
public record CompanyRecord(Input input, String employeeId, Event event, String unreadable) {

  static CompanyRecord of(Input input, Event event) {
    return new CompanyRecord(input, event.employeeId(), event, null);
  }

  static CompanyRecord unreadable(Input input, String employeeId, String text) {
    return new CompanyRecord(input, employeeId, null, text);
  }
}
