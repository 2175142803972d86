package io.growthline.schemas.ledger;

import java.util.List;
import java.util.Map;

/**
 * An employee's standing towards one goal.
 *
 * @param goalId the goal, or {@code scheme} for the scheme's category targets
 * @param titles the goal's title by language
 * @param held whether the goal is reached and not lost
 * @param since since when it is held: epoch milliseconds, UTC, or null
 * @param firing how often it was reached so far
 * @param requirements one row per requirement; empty where the goal is held but no longer applies
 */
public record GoalProgress(
    String goalId,
    GoalKind kind,
    Map<String, String> titles,
    boolean held,
    Long since,
    int firing,
    List<RequirementProgress> requirements) {}
