package io.growthline.schemas.tables;

import io.growthline.schemas.recommendations.RecommendationReason;
import java.util.List;
import java.util.Map;

/**
 * An activity recommended to an employee.
 *
 * @param generatedAt epoch milliseconds, UTC
 * @param rank from 1
 * @param credits hundredths of a credit
 * @param completionProbability 0..1, or null
 * @param modelVersion null: no model is announced
 * @param version number of distinct facts and rule revisions taken into account
 * @param likelyFormats probability of each format to be the next, 0..1; empty: no model is
 *     announced
 */
public record RecommendationRow(
    String employeeId,
    long generatedAt,
    int rank,
    String activityId,
    double score,
    long credits,
    Double completionProbability,
    List<RecommendationReason> reasons,
    String modelVersion,
    long version,
    Map<String, Double> likelyFormats) {}
