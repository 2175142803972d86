package io.growthline.recommend;

import io.growthline.facts.Latest;
import io.growthline.schemas.recommendations.EmployeeRecommendations;
import io.growthline.schemas.recommendations.RecommendationEffect;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What the recommender writes.
 *
 * @param recommendations latest list of each employee
 * @param effects what was shown and what became of it; none in a replay, which shows nothing
 */
public record RecommendStreams(
    DataStream<Latest<EmployeeRecommendations>> recommendations,
    DataStream<RecommendationEffect> effects) {}
