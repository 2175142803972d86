package io.growthline.rulebook;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A skill and a level of it, 1..5. */
public record SkillLevel(String skill, int level) {

  /** The highest level of each skill, in the order of skills: a rule book may name one twice. */
  public static Map<String, Integer> highest(List<SkillLevel> levels) {
    Map<String, Integer> highest = new TreeMap<>();
    levels.forEach(one -> highest.merge(one.skill(), one.level(), Math::max));
    return highest;
  }
}
