package io.growthline.ledger;

import io.growthline.ledger.rules.LedgerFact;
import io.growthline.schemas.reference.Revision;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What the ledger reads.
 *
 * @param facts learning events, commands and people events in one stream
 * @param revisions whole revisions of the rule book
 */
public record LedgerInputs(DataStream<LedgerFact> facts, DataStream<Revision> revisions) {}
