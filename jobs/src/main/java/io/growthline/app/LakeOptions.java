package io.growthline.app;

/**
 * What the lake's job binds to.
 *
 * @param lake folder for the tables, on any file system that Flink writes exactly once
 */
public record LakeOptions(KafkaSettings kafka, String lake) {}
