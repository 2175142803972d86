package io.growthline.recommend;

import io.growthline.facts.Latest;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.reference.ModelAnnouncement;
import io.growthline.schemas.reference.Revision;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What recommendations are made of.
 *
 * @param vectors the newest of each employee
 * @param progress the newest of each employee
 * @param learning learning events that count, each once: what became of recommendations
 * @param erased ids of employees, when the ledger erased them
 * @param revisions whole revisions of the rule book
 * @param models announcements of models
 */
public record RecommendInputs(
    DataStream<Latest<FeatureVector>> vectors,
    DataStream<Latest<EmployeeProgress>> progress,
    DataStream<LearningEvent> learning,
    DataStream<String> erased,
    DataStream<Revision> revisions,
    DataStream<ModelAnnouncement> models) {}
