package io.growthline.recommend.rules;

/**
 * One thing that is known of a person.
 *
 * @param weight how strongly, above 0 and at most 1
 */
public record Signal(SignalId id, double weight) {}
