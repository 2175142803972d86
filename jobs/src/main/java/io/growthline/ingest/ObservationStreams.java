package io.growthline.ingest;

import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.events.PerformanceEvent;
import io.growthline.schemas.events.SurveyEvent;
import io.growthline.schemas.ledger.Decision;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What becomes of observations.
 *
 * @param performance performance events that count, each once; live also those that counted until
 *     an earlier one of the same identity came
 * @param surveys survey answers, likewise
 * @param decisions a conflict for each content that does not count, or no longer
 * @param deadLetters performance events that the rule book refuses; none in a replay, where they
 *     are told where they were read
 */
public record ObservationStreams(
    DataStream<PerformanceEvent> performance,
    DataStream<SurveyEvent> surveys,
    DataStream<Decision> decisions,
    DataStream<DeadLetter> deadLetters) {}
