package io.growthline.schemas.tables;

import java.util.Map;

/**
 * A job as the current revision of the rule book defines it today.
 *
 * @param titleEn null where the rule book has no English title
 * @param titleZh null where the rule book has no Chinese title
 * @param nextJobId the job a promotion leads to, or null
 * @param skills level needed to do the job, by skill
 * @param promotionSkills level needed to leave it for the next, by skill
 * @param revision ordinal of the rule book's revision, or null in older tables
 * @param asOf the instant it speaks of: epoch milliseconds, UTC, or null in older tables
 */
public record JobRow(
    String jobId,
    String titleEn,
    String titleZh,
    String nextJobId,
    Map<String, Integer> skills,
    Map<String, Integer> promotionSkills,
    Long revision,
    Long asOf) {}
