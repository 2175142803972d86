package io.growthline.rulebook;

import io.growthline.rulebook.grammar.Document;
import io.growthline.rulebook.grammar.Entry;
import io.growthline.rulebook.grammar.Json;
import io.growthline.rulebook.problem.ProblemCode;
import io.growthline.rulebook.problem.Problems;
import io.growthline.schemas.reference.Definition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Dates a rule book: one definition per id and date on which any of its dated keys changes, and one
 * from the start, each the whole definition then in force. Its JSON is canonical: keys sorted,
 * decimals exact and without trailing zeros, dated keys replaced by their value, keys without a
 * value yet left out, texts always by language, defaults not filled in.
 */
final class Definitions {

  /** A Kafka record holds 1 MiB, less its key and wrapping. */
  private static final int LONGEST_DEFINITION_CHARS = 300_000;

  /** Bounds what a small file with many dates can grow to. */
  private static final long MOST_CHARS = 128L * 1024 * 1024;

  private long chars;

  /** The definitions of a document without errors; too large ones are told as problems. */
  static List<Definition> of(Document document, Problems problems) {
    Definitions dating = new Definitions();
    List<Definition> definitions = new ArrayList<>();
    for (Entry entry : document.entries()) {
      if (!dating.date(entry, definitions)) {
        problems.add(
            entry.node().line(),
            entry.node().column(),
            ProblemCode.TOO_LARGE,
            "this definition, or all of them with their dates, is too large to publish");
        return List.of();
      }
    }
    return List.copyOf(definitions);
  }

  private boolean date(Entry entry, List<Definition> definitions) {
    List<String> dates = new ArrayList<>();
    dates.add(null);
    dates.addAll(entry.dates());
    for (String date : dates) {
      String json = Json.write(entry.at(date));
      chars += json.length();
      if (json.length() > LONGEST_DEFINITION_CHARS || chars > MOST_CHARS) {
        return false;
      }
      Integer from = date == null ? null : (int) LocalDate.parse(date).toEpochDay();
      definitions.add(new Definition(entry.section(), entry.id(), from, json));
    }
    return true;
  }
}
