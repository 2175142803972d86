package io.growthline.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.schemas.events.LearningEvent;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  @Test
  void percentilesAreExact() {
    Latencies latencies = new Latencies();
    for (int millis = 2000; millis >= 1; millis--) {
      latencies.add(millis * 1_000_000L);
    }
    assertThat(latencies.summary())
        .isEqualTo(new Latencies.Summary(2000, 1000, 1800, 1980, 1998, 2000));
  }

  @Test
  void nothingMeasuredHasNoPercentiles() {
    assertThat(new Latencies().summary().p50()).isNaN();
  }

  @Test
  void anOutputLeadsBackToTheEventThatCausedIt() {
    Load load = new Load(2000, 10, 1, 1);
    for (int n = 0; n < load.events(); n++) {
      LearningEvent event = load.event(n, 0);
      assertThat(Load.eventOf(event.eventId())).isEqualTo(n);
      long postings = n / 10 + 1L;
      assertThat(load.eventOf(event.employeeId(), postings)).isEqualTo(n);
    }
    assertThat(load.dueNanos(2000)).isEqualTo(1_000_000_000L);
    assertThat(load.firstMeasured()).isEqualTo(2000);
  }
}
