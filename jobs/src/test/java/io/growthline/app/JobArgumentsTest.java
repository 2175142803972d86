package io.growthline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.growthline.schemas.topics.TopicPrefix;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobArgumentsTest {

  @Test
  void secondsAreTakenFromOneOn() {
    assertThat(JobArguments.seconds("--checkpoint-seconds", 1)).isEqualTo(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -10})
  void anIntervalOfNothingIsRefusedByName(int seconds) {
    assertThatThrownBy(() -> JobArguments.seconds("--checkpoint-seconds", seconds))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--checkpoint-seconds " + seconds);
  }

  @Test
  void settingsShowNoSecret() {
    KafkaSettings settings =
        new KafkaSettings(
            "broker:9092", new TopicPrefix("acme"), Map.of("sasl.jaas.config", "password=hush"));
    assertThat(settings.toString())
        .contains("broker:9092", "acme", "sasl.jaas.config")
        .doesNotContain("hush");
  }
}
