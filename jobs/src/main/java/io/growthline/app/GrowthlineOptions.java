package io.growthline.app;

import io.growthline.ledger.LedgerOptions;

/** What one deployment of all pipelines binds to. */
public record GrowthlineOptions(KafkaSettings kafka, LedgerOptions ledger) {}
