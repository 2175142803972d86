package io.growthline.ledger;

import io.growthline.schemas.tables.EmploymentInterval;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What people events say.
 *
 * @param intervals an employee's whole history, told again with a higher version whenever it
 *     changes; in a replay once
 * @param erased ids of employees, told when they are erased; none in a replay
 */
public record EmploymentStreams(
    DataStream<EmploymentInterval> intervals, DataStream<String> erased) {}
