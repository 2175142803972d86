package io.growthline.schemas.features;

import java.util.List;
import java.util.Map;

/**
 * What is known of an employee at one instant, as models see it. What each component means, its
 * unit, window and what stands for unknown is said in {@code FeatureVector.avsc}, from which {@link
 * FeatureCatalogue} reads it. Credits are hundredths, instants epoch milliseconds, UTC.
 */
public record FeatureVector(
    String employeeId,
    long asOf,
    long knownAt,
    long version,
    boolean employed,
    String jobId,
    String grade,
    String teamId,
    Integer tenureDays,
    Integer daysInJob,
    List<String> preferredFormats,
    long earned,
    long available,
    long required,
    long elective,
    long practice,
    long earned30Days,
    long earned90Days,
    long earned365Days,
    String nearestGoal,
    Long creditsToNearestGoal,
    int views,
    int enrolments,
    int completions,
    int failures,
    int withdrawals,
    Double completionRate,
    Double meanScore,
    Integer daysSinceActivity,
    long learningSeconds,
    Double clickedVideo,
    Double clickedCase,
    Double clickedArticle,
    Double clickedLive,
    Double clickedHandsOn,
    Double completedVideo,
    Double completedCase,
    Double completedArticle,
    Double completedLive,
    Double completedHandsOn,
    Map<String, Double> tagInterest,
    Map<String, Integer> skillLevels,
    Map<String, Integer> skillGaps,
    Map<String, Double> metricValues,
    Map<String, Double> metricChange90Days,
    Map<String, Double> metricYearOnYear,
    List<String> taken,
    List<String> enrolledIn,
    Map<String, Integer> completedOn,
    Map<String, Double> activityInterest,
    Integer teamSize,
    Double earnedPercentile,
    Map<String, Double> metricPercentiles) {}
