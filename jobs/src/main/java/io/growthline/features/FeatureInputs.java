package io.growthline.features;

import io.growthline.facts.CreditStanding;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.PerformanceEvent;
import io.growthline.schemas.reference.Revision;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What features are made of.
 *
 * @param learning learning events that count, each once, or again with other content
 * @param people people events, likewise
 * @param performance performance events, likewise
 * @param standings what the ledger says of credits
 * @param erased ids of employees, when the ledger erased them
 * @param revisions whole revisions of the rule book
 */
public record FeatureInputs(
    DataStream<LearningEvent> learning,
    DataStream<HrEvent> people,
    DataStream<PerformanceEvent> performance,
    DataStream<CreditStanding> standings,
    DataStream<String> erased,
    DataStream<Revision> revisions) {}
