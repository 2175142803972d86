package io.growthline.training.fit;

import io.growthline.schemas.features.FeatureVector;
import java.util.List;

/**
 * What somebody took at one instant, beside what was known of them before it.
 *
 * @param at the instant: epoch milliseconds, UTC
 * @param known the newest vector of a strictly earlier instant; null: nothing was known
 * @param taken activities taken first then, in order; at least one
 */
public record Example(long at, FeatureVector known, List<String> taken) {}
