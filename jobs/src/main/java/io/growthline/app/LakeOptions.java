package io.growthline.app;

import io.growthline.facts.ErasureKey;

/**
 * What the lake's job binds to.
 *
 * @param lake folder for the tables, on any file system that Flink writes exactly once
 * @param erasureKey makes the marks of those who were erased
 */
public record LakeOptions(KafkaSettings kafka, String lake, ErasureKey erasureKey) {}
