package io.growthline.rulebook;

import java.util.List;
import java.util.Map;

/**
 * A job's definition as in force from one date until the next.
 *
 * @param next the job a promotion leads to, or null
 */
public record JobTerms(Map<String, String> titles, String next, List<JobSkill> skills) {

  /**
   * A skill the job asks for.
   *
   * @param forPromotion needed to leave this job for the next, instead of to do this one
   */
  public record JobSkill(String skill, int level, boolean forPromotion) {}
}
