package io.growthline.training;

import io.growthline.training.fit.Past;

/**
 * One thing found on the way through all pasts: one part is there, the other is null.
 *
 * @param sampled one of the people to learn from
 * @param extent of what one subtask has seen
 */
public record PastFinding(Past sampled, Extent extent) {}
