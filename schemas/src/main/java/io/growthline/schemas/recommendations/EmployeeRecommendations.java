package io.growthline.schemas.recommendations;

import java.util.List;
import java.util.Map;

/**
 * What an employee should learn next and why, latest state.
 *
 * @param version number of distinct facts and rule revisions taken into account
 * @param generatedAt epoch milliseconds, UTC
 * @param noticeId employee, version, model and generatedAt
 * @param modelVersion null: no model is announced, the rule book alone decides
 * @param items best first
 * @param growth one for each goal open to the employee and not held
 * @param likelyFormats probability of each format to be the next, 0..1; empty: no model is
 *     announced
 */
public record EmployeeRecommendations(
    String employeeId,
    long version,
    long generatedAt,
    String noticeId,
    String modelVersion,
    List<RecommendedActivity> items,
    List<GrowthPlan> growth,
    Map<String, Double> likelyFormats) {}
