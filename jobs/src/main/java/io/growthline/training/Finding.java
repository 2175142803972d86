package io.growthline.training;

import io.growthline.training.fit.PersonHistory;

/**
 * One thing found on the way through all histories: one part is there, the others are null.
 *
 * @param frequency among the people that one subtask has seen
 * @param sampled one of the people to choose parameters by
 * @param extent of what one subtask has seen
 */
public record Finding(Frequency frequency, PersonHistory sampled, Extent extent) {

  static Finding of(Frequency frequency) {
    return new Finding(frequency, null, null);
  }

  static Finding of(PersonHistory sampled) {
    return new Finding(null, sampled, null);
  }

  static Finding of(Extent extent) {
    return new Finding(null, null, extent);
  }
}
