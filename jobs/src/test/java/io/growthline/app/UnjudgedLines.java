package io.growthline.app;

import io.growthline.hostile.RawInput;
import io.growthline.ingest.InputKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Lines of performance events and survey answers, whose identities often are used again. */
final class UnjudgedLines {

  private UnjudgedLines() {}

  static List<RawInput> make(int count, Random random) {
    List<RawInput> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean performance = random.nextBoolean();
      String own =
          performance
              ? """
              "metric": "sales", "value": %d, "periodStart": "2024-01-01", \
              "periodEnd": "2024-02-01\""""
                  .formatted(random.nextInt(3))
              : """
              "about": "scheme", "score": 0.%d, "comment": "\\"好\\"\""""
                  .formatted(random.nextInt(3));
      String line =
          """
          {"eventId": "u%d", "source": "erp", "employeeId": "p%05d", \
          "occurredAt": "2024-02-0%dT08:00:00Z", %s, "attributes": {"z": "ä", "a": "%d", "m": ""}}"""
              .formatted(
                  random.nextInt(count / 2),
                  random.nextInt(3),
                  1 + random.nextInt(2),
                  own,
                  random.nextInt(2));
      lines.add(RawInput.json(performance ? InputKind.PERFORMANCE : InputKind.SURVEYS, line));
    }
    return lines;
  }
}
