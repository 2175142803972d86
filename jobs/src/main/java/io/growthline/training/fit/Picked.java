package io.growthline.training.fit;

import java.util.List;

/**
 * That somebody took up an activity: clicked on it, enrolled or completed it for the first time.
 *
 * @param at when: epoch milliseconds, UTC
 * @param format of the activity
 * @param inputs of the model of formats, by what was known strictly before
 */
public record Picked(long at, String format, List<Double> inputs) {}
