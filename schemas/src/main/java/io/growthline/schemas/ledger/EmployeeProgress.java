package io.growthline.schemas.ledger;

import java.util.List;

/**
 * Everything an employee is working towards, latest state.
 *
 * @param version number of distinct facts taken into account; the highest is the truth
 * @param asOf the instant it speaks of: epoch milliseconds, UTC
 * @param noticeId employeeId, version and asOf: the same notice sent again has the same id
 */
public record EmployeeProgress(
    String employeeId, long version, long asOf, String noticeId, List<GoalProgress> goals) {}
