package io.growthline.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.oracle.OracleResult.Award;
import io.growthline.oracle.OracleResult.Entry;
import io.growthline.schemas.events.Event;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class OraclePropertiesTest {

  private final Oracle oracle = new Oracle(Object::toString);

  @Provide
  Arbitrary<GeneratedHistory> histories() {
    return GeneratedHistory.any();
  }

  @Property(tries = 500)
  void theOrderOfArrivalAndRepetitionsDoNotMatter(
      @ForAll("histories") GeneratedHistory generated, @ForAll long seed) {
    Random random = new Random(seed);
    OracleResult plain = judge(generated, generated.history());
    OracleResult shuffled =
        judge(generated, generated.history().repeated(30, random).shuffled(random));
    assertThat(shuffled.sums()).isEqualTo(plain.sums());
    assertThat(shuffled.postings()).isEqualTo(plain.postings());
    assertThat(shuffled.edges()).isEqualTo(plain.edges());
    assertThat(shuffled.held()).isEqualTo(plain.held());
    assertThat(shuffled.progress()).isEqualTo(plain.progress());
    assertThat(shuffled.decisions()).containsExactlyInAnyOrderElementsOf(plain.decisions());
  }

  @Property(tries = 500)
  void whatStandsIsWhatWasPosted(@ForAll("histories") GeneratedHistory generated) {
    OracleResult result = judge(generated, generated.history());
    long standing = result.awards().stream().filter(Award::stands).mapToLong(Award::amount).sum();
    assertThat(result.postings().stream().mapToLong(Entry::earnedChange).sum())
        .isEqualTo(standing)
        .isEqualTo(result.sums().earned())
        .isEqualTo(result.sums().byCategory().values().stream().mapToLong(Long::longValue).sum());
    assertThat(standing).isBetween(0L, 999_999_999_999L);
  }

  @Property(tries = 500)
  void everyRecordIsAFactADuplicateOrAConflict(@ForAll("histories") GeneratedHistory generated) {
    OracleResult result = judge(generated, generated.history());
    long conflicts =
        result.decisions().stream()
            .filter(verdict -> verdict.outcome().name().equals("CONFLICT"))
            .count();
    long identities =
        identities(generated.history().hr())
            + identities(generated.history().learning())
            + identities(generated.history().commands());
    int records =
        generated.history().hr().size()
            + generated.history().learning().size()
            + generated.history().commands().size();
    assertThat(identities + conflicts + result.duplicates()).isEqualTo(records);
    result.decisions().forEach(verdict -> Statistics.label("decisions").collect(verdict.outcome()));
    result.postings().forEach(posting -> Statistics.label("postings").collect(posting.kind()));
    result.edges().forEach(edge -> Statistics.label("edges").collect(edge.direction()));
  }

  private static long identities(List<? extends Event> records) {
    Function<Event, Object> identity = Facts::cause;
    return new HashSet<>(records.stream().map(identity).toList()).size();
  }

  private OracleResult judge(GeneratedHistory generated, History history) {
    return oracle.judge(
        generated.book(), history.hr(), history.learning(), history.commands(), generated.until());
  }
}
