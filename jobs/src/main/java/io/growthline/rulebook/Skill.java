package io.growthline.rulebook;

/** A skill through time. */
public record Skill(String id, Versions<SkillTerms> versions) {}
