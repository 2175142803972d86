package io.growthline.app;

import io.growthline.ledger.LedgerOptions;

/**
 * What one deployment of all pipelines binds to.
 *
 * @param lake folder for the tables, on any file system that Flink writes exactly once; null: none
 */
public record GrowthlineOptions(KafkaSettings kafka, String lake, LedgerOptions ledger) {}
