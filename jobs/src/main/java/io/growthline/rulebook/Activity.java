package io.growthline.rulebook;

/** An activity through time. */
public record Activity(String id, Versions<ActivityTerms> versions) {}
