package io.growthline.features;

import io.growthline.facts.Latest;
import io.growthline.schemas.features.FeatureVector;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Feature vectors.
 *
 * @param vectors live the latest of each employee; in a replay all of them
 * @param newest the latest of each employee: live the same, in a replay one for each
 */
public record FeatureStreams(
    DataStream<Latest<FeatureVector>> vectors, DataStream<Latest<FeatureVector>> newest) {}
