package io.growthline.schemas.ledger;

import java.util.Map;

/**
 * A goal reached or lost.
 *
 * @param milestoneId deterministic: the same edge has the same id
 * @param firing 1 for the first time the goal is reached, 2 for the second, …
 * @param at the effective instant of the edge: epoch milliseconds, UTC
 * @param causeSource source of the event that made the edge, or {@code clock} for a boundary in
 *     time
 * @param causeEventId id of that event, or the instant in ISO-8601
 * @param titles the goal's title by language
 * @param rewardId the reward that reaching it offers, or null
 * @param reason in words, with the figures
 * @param version number of distinct facts taken into account
 */
public record Milestone(
    String milestoneId,
    String employeeId,
    String goalId,
    GoalKind kind,
    Direction direction,
    int firing,
    long at,
    String causeSource,
    String causeEventId,
    Map<String, String> titles,
    String rewardId,
    String reason,
    long version) {}
