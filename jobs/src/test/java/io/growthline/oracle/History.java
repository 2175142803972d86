package io.growthline.oracle;

import io.growthline.schemas.events.CreditCommand;
import io.growthline.schemas.events.Event;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.LearningEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;

/** The records of one employee, in the order of their arrival. */
public record History(
    List<HrEvent> hr, List<LearningEvent> learning, List<CreditCommand> commands) {

  /** The same records, arriving in another order. */
  public History shuffled(Random random) {
    return new History(
        shuffled(hr, random), shuffled(learning, random), shuffled(commands, random));
  }

  /** Each record once, and each once more in about that many of a hundred cases. */
  public History repeated(int percent, Random random) {
    return new History(
        repeated(hr, percent, random),
        repeated(learning, percent, random),
        repeated(commands, percent, random));
  }

  /**
   * The newest time that any record names, epoch milliseconds; 0 if there is none. A person's fact
   * may take effect after it was recorded.
   */
  public long newest() {
    return Math.max(
        Math.max(newest(hr, HrEvent::effectiveAt), newest(hr, Event::occurredAt)),
        Math.max(newest(learning, Event::occurredAt), newest(commands, Event::occurredAt)));
  }

  private static <T> long newest(List<T> records, ToLongFunction<? super T> time) {
    return records.stream().mapToLong(time).max().orElse(0);
  }

  private static <T> List<T> shuffled(List<T> records, Random random) {
    List<T> shuffled = new ArrayList<>(records);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private static <T> List<T> repeated(List<T> records, int percent, Random random) {
    List<T> repeated = new ArrayList<>();
    for (T record : records) {
      repeated.add(record);
      if (random.nextInt(100) < percent) {
        repeated.add(record);
      }
    }
    return repeated;
  }
}
