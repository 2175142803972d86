package io.growthline.rulebook.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.growthline.rulebook.grammar.Document;
import io.growthline.rulebook.grammar.Entry;
import io.growthline.rulebook.grammar.Reading;
import io.growthline.rulebook.problem.ProblemCode;
import io.growthline.schemas.reference.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A history that is given must reach back over every expiry and every {@code every}. */
final class HistoryChecks {

  /** Durations in days, months and years are compared by where they lead from here. */
  private static final LocalDate REFERENCE = LocalDate.of(2001, 1, 1);

  private HistoryChecks() {}

  static void run(Document document, Reading reading) {
    for (Entry scheme : document.of(Section.SCHEMES)) {
      JsonNode history = scheme.json().get("history");
      if (history == null) {
        continue;
      }
      List<JsonNode> spans = new ArrayList<>(scheme.valuesOf("expiry"));
      for (Entry activity : document.of(Section.ACTIVITIES)) {
        for (JsonNode repeat : activity.valuesOf("repeat")) {
          if (repeat.has("every")) {
            spans.add(repeat.get("every"));
          }
        }
      }
      if (spans.stream().anyMatch(span -> end(span).isAfter(end(history)))) {
        reading.problem(
            scheme.node().get("history"),
            ProblemCode.OUT_OF_RANGE,
            "a history is never shorter than 'expiry' or the longest 'every'");
      }
    }
  }

  private static LocalDate end(JsonNode span) {
    return REFERENCE
        .plusDays(span.path("days").asInt())
        .plusMonths(span.path("months").asInt())
        .plusYears(span.path("years").asInt());
  }
}
