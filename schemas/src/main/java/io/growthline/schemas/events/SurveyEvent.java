package io.growthline.schemas.events;

import java.util.Map;

/**
 * One answer of one employee.
 *
 * @param subjectId the activity or reward asked about, or null
 * @param question id or text of the question, or null
 * @param score the answer as a ratio 0..1
 * @param comment free text; personal data, never leaves the raw table
 */
public record SurveyEvent(
    String eventId,
    String source,
    String employeeId,
    long occurredAt,
    SurveyAbout about,
    String subjectId,
    String question,
    double score,
    String comment,
    Map<String, String> attributes)
    implements Event {}
