package io.growthline.schemas.tables;

import io.growthline.schemas.ledger.GoalKind;
import java.util.List;

/**
 * A goal as the current revision of the rule book defines it today. Null parts of whom it is for
 * are not asked.
 *
 * @param titleEn null where the rule book has no English title
 * @param titleZh null where the rule book has no Chinese title
 * @param tenureAtLeast ISO-8601 period, or null
 * @param requires canonical texts of the requirements with their targets; null before the first
 *     dated value
 * @param onFallBelow {@code keep} or {@code revoke}
 * @param firing {@code once} or {@code period}
 * @param rewardId the reward that reaching it offers, or null
 * @param revision ordinal of the rule book's revision, or null in older tables
 * @param asOf the instant it speaks of: epoch milliseconds, UTC, or null in older tables
 */
public record GoalRow(
    String goalId,
    String titleEn,
    String titleZh,
    GoalKind kind,
    List<String> jobs,
    List<String> grades,
    List<String> teams,
    Integer withinDaysOfHire,
    String tenureAtLeast,
    List<String> requires,
    String onFallBelow,
    String firing,
    String rewardId,
    Long revision,
    Long asOf) {}
