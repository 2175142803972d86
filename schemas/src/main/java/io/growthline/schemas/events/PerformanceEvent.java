package io.growthline.schemas.events;

import java.util.Map;

/**
 * One measured figure of one employee over one period.
 *
 * @param metric id of a metric in the rule book
 * @param value the figure, in the metric's unit
 * @param unit the unit it was measured in, or null for the metric's own
 * @param reason what the figure is attributed to, or null
 * @param periodStart first day, as days since 1970-01-01
 * @param periodEnd day after the last, as days since 1970-01-01
 * @param voidsEventId the event declared void, or null
 * @param voidsSource source of the voided event; null: this event's own source
 */
public record PerformanceEvent(
    String eventId,
    String source,
    String employeeId,
    long occurredAt,
    String metric,
    double value,
    String unit,
    String reason,
    int periodStart,
    int periodEnd,
    String voidsEventId,
    String voidsSource,
    Map<String, String> attributes)
    implements Event {}
