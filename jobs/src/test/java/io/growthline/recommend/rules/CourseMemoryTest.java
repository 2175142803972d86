package io.growthline.recommend.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CourseMemoryTest {

  private static final CourseMemory MEMORY = new CourseMemory(4, 0.5, 1);

  @Test
  void theShortMemoryFadesAndTheLongOneDoesNot() {
    assertThat(asMap(MEMORY.ordered(new int[] {3, 0, 2}, 3)))
        .isEqualTo(
            Map.of(
                0, 1.0, // anyone
                3, 1.0, // short memory of course 2, the last
                1, 0.5,
                4, 0.25,
                7, 1.0, // long memory
                5, 1.0,
                8, 1.0));
  }

  @Test
  void whatCameLaterIsNotKnownYet() {
    assertThat(asMap(MEMORY.ordered(new int[] {3, 0, 2}, 1)))
        .isEqualTo(Map.of(0, 1.0, 4, 1.0, 8, 1.0));
    assertThat(asMap(MEMORY.ordered(new int[] {3, 0, 2}, 0))).isEqualTo(Map.of(0, 1.0));
  }

  @Test
  void everythingKnownIncludesWhatWasEverTaken() {
    assertThat(asMap(MEMORY.all(new int[] {3})))
        .isEqualTo(Map.of(0, 1.0, 4, 1.0, 8, 1.0, MEMORY.everTaken(3), 1.0));
    assertThat(MEMORY.everTaken(3)).isEqualTo(MEMORY.tokens() - 1);
  }

  @Test
  void noHistoryIsTooLongAndNoTokenComesTwice() {
    CourseMemory memory = new CourseMemory(5_000, 0.2, 0.9);
    Tokens known = memory.all(IntStream.range(0, 5_000).toArray());
    assertThat(known.size()).isLessThan(500);
    assertThat(asMap(known)).hasSize(known.size());
  }

  private static Map<Integer, Double> asMap(Tokens tokens) {
    Map<Integer, Double> map = new TreeMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      map.put(tokens.id(i), tokens.weight(i));
    }
    return map;
  }
}
