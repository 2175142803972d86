package io.growthline.training;

import io.growthline.schemas.hashing.Sha256;
import io.growthline.training.fit.Example;
import io.growthline.training.fit.PersonHistory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NavigableMap;

/** Those people whose hashed ids come first: the same ones however the work was divided. */
final class Samples {

  /** Of a longer history the newest; what was taken before is still known in each example. */
  private static final int MOST_EXAMPLES = 40;

  private Samples() {}

  /** Adds a person who took anything; whoever comes last among too many falls out. */
  static void add(PersonHistory person, NavigableMap<String, PersonHistory> sample, int most) {
    if (person.examples().isEmpty()) {
      return;
    }
    add(person.employeeId(), newestOf(person), sample, most);
  }

  /** Adds a person; whoever comes last among too many falls out. */
  static <T> void add(String employeeId, T person, NavigableMap<String, T> sample, int most) {
    sample.put(Sha256.hex(employeeId.getBytes(StandardCharsets.UTF_8)), person);
    if (sample.size() > most) {
      sample.pollLastEntry();
    }
  }

  private static PersonHistory newestOf(PersonHistory person) {
    List<Example> examples = person.examples();
    return examples.size() <= MOST_EXAMPLES
        ? person
        : new PersonHistory(
            person.employeeId(),
            person.until(),
            List.copyOf(examples.subList(examples.size() - MOST_EXAMPLES, examples.size())));
  }
}
