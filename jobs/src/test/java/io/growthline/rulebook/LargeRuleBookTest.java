package io.growthline.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** As many activities as a large company has. */
class LargeRuleBookTest {

  private static final int ACTIVITIES = 20_000;

  @Test
  void twentyThousandActivitiesAreReadInReasonableTime() {
    byte[] yaml = file().getBytes(UTF_8);
    long started = System.nanoTime();
    ReadResult result = RuleBookFile.read("large.yaml", yaml);
    RuleBook book = RuleBooks.from(result.revision(1, 0));
    Duration taken = Duration.ofNanos(System.nanoTime() - started);
    assertThat(result.problems()).isEmpty();
    assertThat(result.definitions()).hasSize(1 + 3 * ACTIVITIES);
    assertThat(book.activities()).hasSize(ACTIVITIES);
    // A few seconds on a quiet machine; anything quadratic would take minutes.
    assertThat(taken).isLessThan(Duration.ofMinutes(1));
  }

  private static String file() {
    StringBuilder yaml = new StringBuilder("scheme: {zone: UTC, target: 40}\nactivities:\n");
    for (int i = 0; i < ACTIVITIES; i++) {
      yaml.append("  - id: activity-").append(i).append('\n');
      yaml.append("    title: {en: Activity ").append(i).append(", zh: 活动").append("}\n");
      yaml.append("    kind: course\n    category: elective\n");
      yaml.append("    credits: [{from: 2024-01-01, value: 2}, {from: 2026-01-01, value: 4}]\n");
      yaml.append("    tags: [tag-").append(i % 50).append("]\n");
      if (i > 0) {
        yaml.append("    prerequisites: [activity-").append(i - 1).append("]\n");
      }
    }
    return yaml.toString();
  }
}
