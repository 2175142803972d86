package io.growthline.app;

import io.growthline.ledger.LedgerOptions;

/**
 * What one deployment of all pipelines binds to.
 *
 * @param ledgerOnly whether features and recommendations are left out
 */
public record GrowthlineOptions(KafkaSettings kafka, LedgerOptions ledger, boolean ledgerOnly) {

  /** The same without features and recommendations. */
  public GrowthlineOptions withLedgerOnly() {
    return new GrowthlineOptions(kafka, ledger, true);
  }
}
