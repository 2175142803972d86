package io.growthline.rulebook;

/** A reward through time. */
public record Reward(String id, Versions<RewardTerms> versions) {}
