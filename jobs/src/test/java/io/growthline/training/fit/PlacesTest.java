package io.growthline.training.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 30, 31, 1_000, 1_000_000_000})
  void differentPlacesStandForTheWholeHistory(int length) {
    Places places = new Places(length);
    int[] chosen = IntStream.range(0, places.count()).map(places::at).toArray();
    assertThat(chosen).hasSizeLessThanOrEqualTo(30).doesNotHaveDuplicates().isSorted();
    assertThat(IntStream.of(chosen)).allMatch(place -> place >= 0 && place < length);
    if (length > 0) {
      assertThat(places.weight() * chosen.length).isCloseTo(length, within(1e-6 * length));
    }
  }
}
