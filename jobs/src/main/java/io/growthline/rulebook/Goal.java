package io.growthline.rulebook;

/** A goal through time. */
public record Goal(String id, Versions<GoalTerms> versions) {}
