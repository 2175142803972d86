package io.growthline.rulebook;

/** A skill and a level of it, 1..5. */
public record SkillLevel(String skill, int level) {}
