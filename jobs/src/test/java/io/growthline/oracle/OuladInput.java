package io.growthline.oracle;

import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.RuleBookFile;
import io.growthline.rulebook.RuleBooks;
import io.growthline.schemas.events.Event;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.LearningEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/**
 * An input folder with the OULAD files.
 *
 * @param folder as {@code growthline replay} takes it
 */
public record OuladInput(Path folder) {

  /** The whole data set where it lies beside the checkout, else {@link #extract}. */
  public static OuladInput largestPresent() {
    Path whole = Path.of("../../shared/data/oulad");
    return Files.isDirectory(whole)
        ? new OuladInput(whole.toAbsolutePath().normalize())
        : extract();
  }

  /** The committed extract of 1,004 learners. */
  public static OuladInput extract() {
    try {
      return new OuladInput(Path.of(OuladInput.class.getResource("/oulad").toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  public RuleBook ruleBook() throws IOException {
    return RuleBooks.from(RuleBookFile.read(folder.resolve("rulebook.yaml")).revision(1, 0));
  }

  /** Every learner's records. */
  public Map<String, History> histories() throws IOException {
    Map<String, History> histories = new TreeMap<>();
    for (LearningEvent event : read("learning.jsonl.gz", JsonLines::learningEvent)) {
      of(event, histories).learning().add(event);
    }
    for (HrEvent event : read("hr.jsonl.gz", JsonLines::hrEvent)) {
      of(event, histories).hr().add(event);
    }
    return histories;
  }

  private static History of(Event event, Map<String, History> histories) {
    return histories.computeIfAbsent(
        event.employeeId(),
        id -> new History(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
  }

  private <E> List<E> read(String file, Function<String, E> event) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(file))),
                StandardCharsets.UTF_8))) {
      return lines.lines().map(event).toList();
    }
  }
}
