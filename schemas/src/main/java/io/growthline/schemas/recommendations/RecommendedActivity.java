package io.growthline.schemas.recommendations;

import java.util.List;
import java.util.Map;

/**
 * An activity that is recommended.
 *
 * @param titles by language
 * @param credits hundredths of a credit
 * @param score the sum of the reasons' shares, but for rounding
 * @param completionProbability 0..1, or null
 * @param reasons the largest first
 */
public record RecommendedActivity(
    String activityId,
    Map<String, String> titles,
    long credits,
    double score,
    Double completionProbability,
    List<RecommendationReason> reasons) {}
