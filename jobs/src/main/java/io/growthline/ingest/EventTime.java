package io.growthline.ingest;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** What time it is for the live pipelines: what events say, or in a silence the clock. */
public final class EventTime {

  /** How much later than a younger event an older one may come and still be in time. */
  private static final Duration DISORDER = Duration.ofSeconds(5);

  /** How long a partition may be silent until the others no longer wait for it. */
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private static final long NO_TIME = Long.MIN_VALUE;

  private EventTime() {}

  /** Event time of one input partition. Dead letters say nothing about time. */
  public static WatermarkStrategy<InputRecord> ofPartitions() {
    return WatermarkStrategy.<InputRecord>forBoundedOutOfOrderness(DISORDER)
        .withIdleness(SILENCE)
        .withTimestampAssigner(
            (record, kafkaTime) -> record.event() == null ? NO_TIME : record.event().occurredAt());
  }

  /** The same records; when all partitions are silent, time goes on by the clock. */
  public static DataStream<InputRecord> alsoInSilence(DataStream<InputRecord> records) {
    return records
        .transform(
            "Clock in silence",
            TypeInformation.of(InputRecord.class),
            new SilenceClock<>(DISORDER.toMillis()))
        .uid("clock-in-silence");
  }
}
