package io.growthline.rulebook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;

/**
 * A whole revision of the rule book, typed and ready to ask. Built only from definitions that were
 * validated before they were published. Not serialisable: operators rebuild it from a {@link
 * io.growthline.schemas.reference.Revision}.
 *
 * @param ordinal 1 for the first revision published, 2 for the next, …
 * @param contentHash SHA-256 over all definitions, in hexadecimal
 * @param schemeId id of the one scheme
 * @param zone all days, weeks, months and years are local to it
 * @param negativeBalanceForgiven whether a reversal takes back only what is still unspent
 * @param history how far back the past can still be changed
 * @param activities by id
 * @param goals in the rule book's order of ids
 * @param changeDays every day on which a dated value or an offer of any definition begins or ends
 */
public record RuleBook(
    long ordinal,
    String contentHash,
    String schemeId,
    ZoneId zone,
    Period period,
    boolean negativeBalanceForgiven,
    Span history,
    Versions<SchemeTerms> scheme,
    Map<String, Activity> activities,
    List<Goal> goals,
    Map<String, Reward> rewards,
    Map<String, Job> jobs,
    Map<String, Metric> metrics,
    Map<String, Skill> skills,
    NavigableSet<Integer> changeDays) {

  /** The activity, or null if this revision lacks it. */
  public Activity activity(String id) {
    return activities.get(id);
  }

  /** The day of an instant in the scheme's zone, in days since 1970-01-01. */
  public int dayOf(long epochMillis) {
    return (int) LocalDate.ofInstant(Instant.ofEpochMilli(epochMillis), zone).toEpochDay();
  }
}
