package io.growthline.rulebook.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.growthline.rulebook.grammar.Document;
import io.growthline.rulebook.grammar.Entry;
import io.growthline.rulebook.grammar.Reading;
import io.growthline.rulebook.problem.ProblemCode;
import java.util.Set;
import java.util.TreeSet;

/** A title should be there in every language that titles of this file are written in. */
final class TitleWarnings {

  private TitleWarnings() {}

  static void run(Document document, Reading reading) {
    Set<String> languages = new TreeSet<>();
    for (Entry entry : document.entries()) {
      entry.json().path("title").fieldNames().forEachRemaining(languages::add);
    }
    for (Entry entry : document.entries()) {
      JsonNode title = entry.json().get("title");
      if (title != null) {
        Set<String> missing = new TreeSet<>(languages);
        title.fieldNames().forEachRemaining(missing::remove);
        if (!missing.isEmpty()) {
          String message = "this title has no " + String.join(", ", missing);
          reading.problem(
              entry.node().get("title"),
              ProblemCode.NO_TRANSLATION,
              message + ", which other titles have");
        }
      }
    }
  }
}
