package io.growthline.training.fit;

/**
 * What came of examples of which about the same was foretold.
 *
 * @param examples in it
 * @param predicted mean probability, 0..1
 * @param observed share of those where it came, 0..1
 */
public record CalibrationBand(int examples, double predicted, double observed) {}
