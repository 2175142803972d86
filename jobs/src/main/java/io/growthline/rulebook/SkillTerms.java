package io.growthline.rulebook;

import java.util.Map;

/**
 * A skill's definition as in force from one date until the next.
 *
 * @param demand the company's own forecast of demand, 0..1, or null
 */
public record SkillTerms(Map<String, String> titles, Double demand) {}
