package io.growthline.rulebook;

/** A metric; it has no dated keys. */
public record Metric(String id, MetricTerms terms) {}
