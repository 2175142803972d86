package io.growthline.schemas.recommendations;

import java.util.Map;

/**
 * One part of an activity's score.
 *
 * @param subject what it is about: an activity, tag, job, format, grade, goal or skill; or null
 * @param text by language
 * @param share what it adds to the score, in its unit
 */
public record RecommendationReason(
    ReasonCode code, String subject, Map<String, String> text, double share) {}
