package io.growthline.schemas.events;

import java.util.Map;

/**
 * Something an employee did, or a trainer decided, about one learning activity.
 *
 * @param score result as a ratio 0..1, or null
 * @param progress share of the activity seen so far, 0..1, or null
 * @param rating the learner's own rating, 1..5, or null
 * @param durationSeconds time spent, in seconds, or null
 * @param submissionId ties the events of one piece of practice; null: the eventId stands for it
 * @param voidsEventId for {@link LearningVerb#VOIDED}: the event declared void
 * @param voidsSource source of the voided event; null: this event's own source
 */
public record LearningEvent(
    String eventId,
    String source,
    String employeeId,
    long occurredAt,
    LearningVerb verb,
    String activityId,
    Double score,
    Double progress,
    Double rating,
    Long durationSeconds,
    String submissionId,
    String voidsEventId,
    String voidsSource,
    Map<String, String> attributes)
    implements Event {}
