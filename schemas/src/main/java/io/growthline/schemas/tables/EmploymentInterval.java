package io.growthline.schemas.tables;

import java.util.List;

/**
 * What was true of an employee's employment from one instant until the next; null parts are not
 * known.
 *
 * @param validFrom first instant: epoch milliseconds, UTC
 * @param validTo first instant after it, or null while it still holds
 * @param employed false between LEFT and REHIRED, and where all that was stated was voided
 * @param hiredOn first day of employment, as days since 1970-01-01, or null
 * @param preferredFormats formats the employee prefers, best first, or null
 * @param version number of distinct people facts and rule revisions taken into account; an
 *     employee's rows with the highest are their history
 */
public record EmploymentInterval(
    String employeeId,
    long validFrom,
    Long validTo,
    boolean employed,
    String jobId,
    String grade,
    String teamId,
    String managerId,
    Integer hiredOn,
    List<String> preferredFormats,
    long version) {}
