package io.growthline.training.fit;

import io.growthline.recommend.rules.Memory;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that validation chooses.
 *
 * @param memory how fast what was taken fades
 * @param futureDecay what is left of an activity's weight with every other taken before it, 0..1
 * @param personPower exponent of the number of activities a person took, as examples are weighted
 * @param ridge how strongly the model is drawn to what the rule book alone says, above 0
 */
public record TasteParameters(Memory memory, double futureDecay, double personPower, double ridge)
    implements Serializable {

  /** Where the search begins. */
  static final TasteParameters START = new TasteParameters(Memory.DEFAULT, 0.7, -0.5, 30);

  TasteParameters withShortDecay(double decay) {
    return new TasteParameters(
        new Memory(decay, memory.longDecay()), futureDecay, personPower, ridge);
  }

  TasteParameters withLongDecay(double decay) {
    return new TasteParameters(
        new Memory(memory.shortDecay(), decay), futureDecay, personPower, ridge);
  }

  TasteParameters withFutureDecay(double decay) {
    return new TasteParameters(memory, decay, personPower, ridge);
  }

  TasteParameters withPersonPower(double power) {
    return new TasteParameters(memory, futureDecay, power, ridge);
  }

  TasteParameters withRidge(double value) {
    return new TasteParameters(memory, futureDecay, personPower, value);
  }

  /** By name, as they are told to users. */
  public Map<String, Double> byName() {
    Map<String, Double> names = new TreeMap<>();
    names.put("shortDecay", memory.shortDecay());
    names.put("longDecay", memory.longDecay());
    names.put("futureDecay", futureDecay);
    names.put("personPower", personPower);
    names.put("ridge", ridge);
    return names;
  }
}
