package io.growthline.schemas.events;

import java.util.List;
import java.util.Map;

/**
 * A change of an employee's standing. A non-null field sets that value from {@link #effectiveAt}
 * on.
 *
 * @param effectiveAt when it takes effect: epoch milliseconds, UTC; may lie before occurredAt
 * @param hiredOn first day of employment, as days since 1970-01-01, or null
 * @param preferredFormats formats the employee prefers, best first, or null
 * @param voidsEventId the event declared void, or null
 * @param voidsSource source of the voided event; null: this event's own source
 */
public record HrEvent(
    String eventId,
    String source,
    String employeeId,
    long occurredAt,
    HrKind kind,
    long effectiveAt,
    String jobId,
    String grade,
    String teamId,
    String managerId,
    Integer hiredOn,
    List<String> preferredFormats,
    String voidsEventId,
    String voidsSource,
    Map<String, String> attributes)
    implements Event {}
