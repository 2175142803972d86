package io.growthline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SilenceClockTest {

  private static final long DISORDER = 5_000;
  private static final long NOW = 1_000_000;

  private OneInputStreamOperatorTestHarness<String, String> harness;

  @BeforeEach
  void open() throws Exception {
    harness = new OneInputStreamOperatorTestHarness<>(new SilenceClock<>(DISORDER));
    harness.open();
    harness.setProcessingTime(NOW);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void whileEventsComeTimeIsWhatTheySay() throws Exception {
    harness.processElement("a", 10);
    harness.processWatermark(10);
    harness.setProcessingTime(NOW + 60_000);
    assertThat(watermarks()).containsExactly(10L);
    assertThat(harness.extractOutputValues()).containsExactly("a");
  }

  @Test
  void inASilenceTimeGoesOnByTheClock() throws Exception {
    harness.processWatermark(10);
    harness.processWatermarkStatus(WatermarkStatus.IDLE);
    harness.setProcessingTime(NOW + 1_000);
    harness.setProcessingTime(NOW + 2_000);
    assertThat(watermarks()).containsExactly(10L, NOW + 1_000 - DISORDER, NOW + 2_000 - DISORDER);
    assertThat(harness.getOutput()).noneMatch(WatermarkStatus.class::isInstance);
  }

  @Test
  void timeNeverGoesBackWhenOldEventsEndTheSilence() throws Exception {
    harness.processWatermarkStatus(WatermarkStatus.IDLE);
    harness.setProcessingTime(NOW + 1_000);
    harness.processWatermarkStatus(WatermarkStatus.ACTIVE);
    harness.processWatermark(10);
    harness.setProcessingTime(NOW + 10_000);
    assertThat(watermarks()).containsExactly(NOW + 1_000 - DISORDER);
    harness.processWatermark(NOW + 1_000);
    assertThat(watermarks()).containsExactly(NOW + 1_000 - DISORDER, NOW + 1_000);
  }

  private List<Long> watermarks() {
    return harness.getOutput().stream()
        .filter(Watermark.class::isInstance)
        .map(mark -> ((Watermark) mark).getTimestamp())
        .toList();
  }
}
