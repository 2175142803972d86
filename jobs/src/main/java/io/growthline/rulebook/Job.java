package io.growthline.rulebook;

/** A job through time. */
public record Job(String id, Versions<JobTerms> versions) {}
