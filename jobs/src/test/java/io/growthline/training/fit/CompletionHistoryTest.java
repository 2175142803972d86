package io.growthline.training.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.growthline.recommend.rules.CompletionInputs;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompletionHistoryTest {

  private static final long DAY = 86_400_000L;
  private static final long HORIZON = 30 * DAY;
  private static final List<Double> INPUTS =
      Collections.nCopies(CompletionInputs.FEATURES.size(), 0.0);

  @Test
  void whoBeganTooLateToTellIsLeftOutEvenIfTheyCompleted() {
    Past past = past(begun("a", 0, 1), begun("a", 10, null), begun("a", 11, 12));
    CompletionHistory history = new CompletionHistory(List.of(past), 40 * DAY);
    assertThat(history.horizon()).isEqualTo(HORIZON);
    assertThat(history.examples().labels(new int[] {0, 1})).containsExactly(1, 0);
    assertThat(history.examples().size()).isEqualTo(2);
  }

  @Test
  void aCompletionAfterTheHorizonIsNone() {
    Past past = past(begun("a", 0, 31), begun("b", 0, 30));
    Past quick =
        past(IntStream.range(0, 38).mapToObj(i -> begun("c", i, i + 1)).toArray(Begun[]::new));
    CompletionHistory history = new CompletionHistory(List.of(past, quick), 400 * DAY);
    assertThat(history.horizon()).isEqualTo(HORIZON);
    assertThat(history.examples().count(0)).isEqualTo(1);
  }

  @Test
  void theRateOfACourseIsThatOfWhoeverHadBegunAHorizonBefore() {
    Past past =
        past(begun("a", 0, 1), begun("a", 30, 31), begun("a", 31, null), begun("b", 62, null));
    CompletionHistory history = new CompletionHistory(List.of(past), 100 * DAY);
    assertThat(rate(history, 0)).isEqualTo(0.5);
    // Exactly a horizon later it is not known yet.
    assertThat(rate(history, 1)).isEqualTo(0.5);
    assertThat(rate(history, 2)).isCloseTo((1 + 5 * 2 / 3d) / 6, within(1e-12));
    assertThat(rate(history, 3)).isCloseTo(3 / 5d, within(1e-12));
    assertThat(history.rates()).containsOnlyKeys("", "a", "b").containsEntry("", 3 / 6d);
  }

  private static double rate(CompletionHistory history, int example) {
    return history
        .rivals()
        .get("the course's rate so far")
        .fit(new int[0])
        .probabilities(example)[1];
  }

  private static Past past(Begun... begun) {
    return new Past("p", 0, List.of(begun), List.of());
  }

  private static Begun begun(String course, int day, Integer completedOnDay) {
    Long completedAt = completedOnDay == null ? null : Long.valueOf(completedOnDay * DAY);
    return new Begun(course, day * DAY, completedAt, INPUTS);
  }
}
