package io.growthline.schemas.ledger;

import java.util.List;

/**
 * How far one requirement of a goal is met. current, target and gap are millionths of the unit.
 *
 * @param requirement canonical text, for example {@code credits(category=practice)}
 * @param unit {@code credits}, {@code ratio}, {@code activities} or {@code level}
 * @param gap what is missing to the target, never negative
 * @param missing activities still to complete
 * @param completed activities completed
 * @param suggestedActivities activities that would close the gap, best first
 */
public record RequirementProgress(
    String requirement,
    String unit,
    long current,
    long target,
    long gap,
    boolean met,
    List<String> missing,
    List<String> completed,
    List<String> suggestedActivities) {}
