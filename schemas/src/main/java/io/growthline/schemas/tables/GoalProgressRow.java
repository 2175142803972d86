package io.growthline.schemas.tables;

import io.growthline.schemas.ledger.GoalKind;
import java.util.List;

/**
 * An employee's standing towards one requirement of one goal, latest state. current, target and gap
 * are millionths of the unit.
 *
 * @param goalId the goal, or {@code scheme} for the scheme's category targets
 * @param requirement canonical text, for example {@code credits(category=practice)}
 * @param unit {@code credits}, {@code ratio}, {@code activities} or {@code level}
 * @param gap what is missing to the target, never negative
 * @param missing activities still to complete
 * @param completed activities completed
 * @param suggestedActivities activities that would close the gap, best first
 * @param version number of distinct facts taken into account; the highest is the truth
 * @param asOf the instant it speaks of: epoch milliseconds, UTC
 */
public record GoalProgressRow(
    String employeeId,
    String goalId,
    GoalKind kind,
    String requirement,
    String unit,
    long current,
    long target,
    long gap,
    boolean met,
    List<String> missing,
    List<String> completed,
    List<String> suggestedActivities,
    long version,
    long asOf) {}
