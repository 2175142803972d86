package io.growthline.local.audit;

import java.util.List;

/**
 * What an audit found.
 *
 * @param employees how many the tables name
 * @param postings how many were understood
 * @param openLots how many lots have credits left
 * @param wrong how many employees have something wrong
 * @param findings the first bad row of each of the first of them, in order
 */
public record AuditReport(
    long employees, long postings, long openLots, long wrong, List<Finding> findings) {}
