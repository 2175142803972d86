package io.growthline.training;

import io.growthline.recommend.rules.SignalKind;

/**
 * How many people have a signal, or took an activity.
 *
 * @param kind of the signal; null: it is an activity
 * @param subject of the signal, or the activity
 * @param people at least 1
 */
public record Frequency(SignalKind kind, String subject, long people) {}
