package io.growthline.training.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SelectionTest {

  private static final int ITEMS = 40;
  private static final int PEOPLE = 1_500;
  private static final int LENGTH = 6;

  /** Everyone walks along a line of items, one step after the other, from somewhere. */
  @Test
  void orderIsUsedWhereItTellsWhatIsNext() {
    Interactions walks = new Interactions(ITEMS, histories(SelectionTest::walk));
    HeldOut heldOut = HeldOut.ends(walks, 5);
    Choice choice = new Selection(heldOut.known(), shuffledRanks(), 3, 1).choose();
    assertThat(direction(choice)).isPositive();
    assertThat(ndcg(choice.recommender(), heldOut))
        .isGreaterThan(1.2 * ndcg(choice.ease(), heldOut));
  }

  /** Nobody says that what is next will be asked: what is missing has to be found as well. */
  @Test
  void whereOrderTellsMuchWhatIsMissingIsStillFound() {
    Interactions walks = new Interactions(ITEMS, histories(SelectionTest::walk));
    HeldOut heldOut = HeldOut.anywhere(walks, 5);
    Choice choice = new Selection(heldOut.known(), shuffledRanks(), 3, 1).choose();
    assertThat(ndcg(choice.recommender(), heldOut))
        .isGreaterThan(0.85 * ndcg(choice.ease(), heldOut));
  }

  /** Everyone takes items of one of a few kinds, in any order. */
  @Test
  void whereOrderTellsNothingNothingIsLost() {
    Interactions tastes = new Interactions(ITEMS, histories(SelectionTest::taste));
    HeldOut heldOut = HeldOut.anywhere(tastes, 5);
    Choice choice = new Selection(heldOut.known(), shuffledRanks(), 3, 1).choose();
    assertThat(ndcg(choice.recommender(), heldOut))
        .isGreaterThan(0.97 * ndcg(choice.ease(), heldOut));
  }

  @Test
  void historiesSortedByItemHaveNoOrder() {
    int[][] sorted = histories(SelectionTest::taste);
    for (int[] history : sorted) {
      Arrays.sort(history);
    }
    int[] ranks = IntStream.range(0, ITEMS).toArray();
    Interactions people = new Interactions(ITEMS, sorted);
    assertThat(Order.isByItem(people, ranks)).isTrue();
    assertThat(Order.isByItem(people, shuffledRanks())).isFalse();
    assertThat(direction(new Selection(people, ranks, 3, 1).choose())).isZero();
  }

  private static double ndcg(Choice.Recommender recommender, HeldOut heldOut) {
    return RankingMetrics.of(recommender.fit(heldOut.known()), heldOut, 3).ndcg();
  }

  private static double direction(Choice choice) {
    Map<String, Object> parameters = choice.recommender().parameters();
    return (double) parameters.get("direction");
  }

  private interface Person {
    int[] history(Random random);
  }

  private static int[][] histories(Person person) {
    Random random = new Random(3);
    return IntStream.range(0, PEOPLE).mapToObj(i -> person.history(random)).toArray(int[][]::new);
  }

  private static int[] walk(Random random) {
    int start = random.nextInt(ITEMS);
    return IntStream.range(start, start + LENGTH).map(item -> item % ITEMS).toArray();
  }

  private static int[] taste(Random random) {
    int kind = random.nextInt(4);
    return random.ints(0, ITEMS / 4).map(i -> 4 * i + kind).distinct().limit(LENGTH).toArray();
  }

  private static int[] shuffledRanks() {
    int[] ranks = IntStream.range(0, ITEMS).toArray();
    Random random = new Random(9);
    for (int i = ITEMS - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int rank = ranks[i];
      ranks[i] = ranks[other];
      ranks[other] = rank;
    }
    return ranks;
  }
}
