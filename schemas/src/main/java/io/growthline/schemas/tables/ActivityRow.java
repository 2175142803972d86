package io.growthline.schemas.tables;

import io.growthline.schemas.ledger.Category;
import java.util.List;
import java.util.Map;

/**
 * An activity as the current revision of the rule book defines it today.
 *
 * @param titleEn null where the rule book has no English title
 * @param titleZh null where the rule book has no Chinese title
 * @param version {@code id@from#hash}
 * @param kind {@code course} or {@code practice}
 * @param category null before its first dated value
 * @param credits hundredths of a credit; null before its first dated value
 * @param offeredFrom first day, as days since 1970-01-01, or null
 * @param offeredUntil day after the last, or null
 * @param skills level reached by completing it, by skill
 * @param jobs jobs it counts for; empty: all
 * @param repeat {@code once}, {@code each} or {@code every}
 * @param repeatEvery ISO-8601 period for {@code every}, or null
 * @param capCredits hundredths of a credit, or null: no cap
 * @param capPer the cap's window, or null
 * @param passScore millionths, or null: every score passes
 * @param cost hundredths of the reporting currency, per learner who enrols
 * @param application metric that shows the skill in use, or null
 * @param revision ordinal of the rule book's revision, or null in older tables
 * @param asOf the instant it speaks of: epoch milliseconds, UTC, or null in older tables
 */
public record ActivityRow(
    String activityId,
    String titleEn,
    String titleZh,
    String version,
    String kind,
    Category category,
    Long credits,
    Integer offeredFrom,
    Integer offeredUntil,
    List<String> tags,
    Map<String, Integer> skills,
    List<String> jobs,
    String repeat,
    String repeatEvery,
    Long capCredits,
    String capPer,
    Long passScore,
    String format,
    List<String> prerequisites,
    long cost,
    String application,
    boolean candidate,
    Long revision,
    Long asOf) {}
