package io.growthline.schemas.recommendations;

import java.util.List;

/**
 * What an employee should learn next and why, latest state.
 *
 * @param version number of distinct facts and rule revisions taken into account
 * @param generatedAt epoch milliseconds, UTC
 * @param noticeId employee, version, model and generatedAt
 * @param modelVersion null: no model is announced, the rule book alone decides
 * @param items best first
 * @param growth one for each goal open to the employee and not held
 */
public record EmployeeRecommendations(
    String employeeId,
    long version,
    long generatedAt,
    String noticeId,
    String modelVersion,
    List<RecommendedActivity> items,
    List<GrowthPlan> growth) {}
