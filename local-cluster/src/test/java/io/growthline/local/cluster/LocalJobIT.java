package io.growthline.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalJobIT {

  private static final AtomicBoolean FAILED = new AtomicBoolean();

  @TempDir Path folder;

  @Test
  void aJobRunsTakesCheckpointsAndStopsInOrder() throws Exception {
    try (LocalJob job = LocalJob.start(settings(), 2, folder, LocalJobIT::counting)) {
      await().atMost(Duration.ofSeconds(30)).until(() -> job.completedCheckpoints() >= 2);
      job.checkAlive();
      assertThat(job.restarts()).isZero();
      job.stop();
      assertThatThrownBy(job::checkAlive).hasMessageContaining("FINISHED");
    }
  }

  @Test
  void aJobThatFailsSaysWhy() {
    assertThatThrownBy(
            () -> {
              try (LocalJob job = LocalJob.start(settings(), 2, folder, LocalJobIT::failing)) {
                await()
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThatThrownBy(job::checkAlive).isNotNull());
                job.checkAlive();
              }
            })
        .hasStackTraceContaining("on purpose");
  }

  @Test
  void aJobThatStartsAgainSaysSoEvenBeforeItsFirstCheckpoint() throws Exception {
    Configuration settings =
        new Configuration()
            .set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay")
            .set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
    FAILED.set(false);
    try (LocalJob job = LocalJob.start(settings, 2, folder, LocalJobIT::failingOnce)) {
      await().atMost(Duration.ofSeconds(30)).until(() -> job.restarts() == 1);
      job.checkAlive();
      assertThat(job.completedCheckpoints()).isZero();
    }
  }

  private static Configuration settings() {
    return new Configuration()
        .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(200))
        .set(RestartStrategyOptions.RESTART_STRATEGY, "none");
  }

  private static void counting(StreamExecutionEnvironment environment) {
    DataGeneratorSource<Long> numbers =
        new DataGeneratorSource<>(
            number -> number, Long.MAX_VALUE, RateLimiterStrategy.perSecond(100), Types.LONG);
    environment
        .fromSource(numbers, WatermarkStrategy.noWatermarks(), "numbers")
        .sinkTo(new DiscardingSink<>());
  }

  private static void failing(StreamExecutionEnvironment environment) {
    DataGeneratorSource<Long> numbers =
        new DataGeneratorSource<>(
            number -> {
              throw new IllegalArgumentException("on purpose");
            },
            Long.MAX_VALUE,
            Types.LONG);
    environment
        .fromSource(numbers, WatermarkStrategy.noWatermarks(), "numbers")
        .sinkTo(new DiscardingSink<>());
  }

  private static void failingOnce(StreamExecutionEnvironment environment) {
    DataGeneratorSource<Long> numbers =
        new DataGeneratorSource<>(
            number -> {
              if (FAILED.compareAndSet(false, true)) {
                throw new IllegalArgumentException("on purpose");
              }
              return number;
            },
            Long.MAX_VALUE,
            RateLimiterStrategy.perSecond(100),
            Types.LONG);
    environment
        .fromSource(numbers, WatermarkStrategy.noWatermarks(), "numbers")
        .sinkTo(new DiscardingSink<>());
  }
}
