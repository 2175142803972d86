package io.growthline.rulebook;

import io.growthline.schemas.ledger.Category;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * An activity's definition as in force from one date until the next.
 *
 * @param version {@code id@from#hash8}, where the hash covers what decides credits
 * @param category null while no dated value is in force yet
 * @param credits hundredths of a credit; null while no dated value is in force yet: not offered
 * @param jobs job ids it counts for; empty: all
 * @param cap null: none
 * @param passScore a score below it earns nothing; null: every score passes
 * @param format {@code video}, {@code case}, {@code article}, {@code live}, {@code hands-on} or
 *     null
 * @param cost money per learner who enrols
 * @param application metric that shows the skill in use, or null
 * @param candidate not offered yet, may be put forward by a proposal
 */
public record ActivityTerms(
    String version,
    ActivityKind kind,
    Category category,
    Long credits,
    Offer offer,
    List<String> tags,
    List<SkillLevel> skills,
    List<String> jobs,
    Repeat repeat,
    Cap cap,
    BigDecimal passScore,
    Map<String, String> titles,
    String format,
    List<String> prerequisites,
    BigDecimal cost,
    String application,
    boolean candidate) {

  /** Whether an award can be made on that day at all. */
  public boolean offeredOn(int day) {
    return !candidate && credits != null && category != null && offer.includes(day);
  }

  /**
   * Whether a score passes; none (null) does. Scores are compared as the decimals they were written
   * as: 0.6 passes 0.6.
   */
  public boolean passes(Double score) {
    return passScore == null
        || score == null
        || BigDecimal.valueOf(score).compareTo(passScore) >= 0;
  }

  /** Whether it counts for people in that job; an unknown job (null) fits only an open activity. */
  public boolean fitsJob(String jobId) {
    return jobs.isEmpty() || (jobId != null && jobs.contains(jobId));
  }
}
