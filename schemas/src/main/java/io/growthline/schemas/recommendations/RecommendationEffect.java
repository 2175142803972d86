package io.growthline.schemas.recommendations;

/**
 * That a recommendation was shown, or what became of it. Instants are epoch milliseconds, UTC.
 *
 * @param effectId employee, activity, model, instant it was shown and kind
 * @param modelVersion null: the rule book alone recommended it
 * @param rank from 1
 */
public record RecommendationEffect(
    String effectId,
    String employeeId,
    String activityId,
    String modelVersion,
    EffectKind kind,
    int rank,
    long shownAt,
    long at) {}
