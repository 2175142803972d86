package io.growthline.schemas.recommendations;

/**
 * A requirement of a goal that is not met yet. current, target and gap are millionths of the unit.
 *
 * @param requirement canonical text, for example {@code credits(category=practice)}
 * @param unit {@code credits}, {@code ratio}, {@code activities} or {@code level}
 */
public record GrowthGap(String requirement, String unit, long current, long target, long gap) {}
