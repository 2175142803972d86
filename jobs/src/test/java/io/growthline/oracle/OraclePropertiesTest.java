package io.growthline.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.oracle.OracleResult.Award;
import io.growthline.oracle.OracleResult.Cause;
import io.growthline.oracle.OracleResult.Entry;
import io.growthline.oracle.OracleResult.OpenLot;
import io.growthline.oracle.OracleResult.Sums;
import io.growthline.oracle.OracleResult.Verdict;
import io.growthline.schemas.events.Event;
import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.Outcome;
import io.growthline.schemas.ledger.PostingKind;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
    assertThat(shuffled.lots()).isEqualTo(plain.lots());
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
    long adjusted = earned(result, entry -> entry.kind() == PostingKind.ADJUST);
    long uncategorised = earned(result, entry -> entry.category() == Category.UNKNOWN);
    assertThat(earned(result, entry -> true))
        .isEqualTo(standing + adjusted)
        .isEqualTo(result.sums().earned())
        .isEqualTo(
            uncategorised
                + result.sums().byCategory().values().stream().mapToLong(Long::longValue).sum());
    assertThat(standing).isNotNegative();
    assertThat(result.sums().earned()).isBetween(-50_000_000_000L, 50_000_000_000L);
  }

  @Property(tries = 500)
  void whatIsAvailableIsInLotsOrOwed(@ForAll("histories") GeneratedHistory generated) {
    OracleResult result = judge(generated, generated.history());
    Sums sums = result.sums();
    assertThat(result.lots()).allMatch(lot -> lot.creditsLeft() > 0);
    assertThat(result.lots())
        .allMatch(lot -> lot.expiresAt() == null || lot.expiresAt() > generated.until());
    assertThat(sums.debt()).isNotNegative();
    if (sums.debt() > 0) {
      assertThat(generated.book().negativeBalanceForgiven()).isFalse();
      assertThat(result.lots()).isEmpty();
    }
    assertThat(available(result, entry -> true))
        .isEqualTo(sums.available())
        .isEqualTo(result.lots().stream().mapToLong(OpenLot::creditsLeft).sum() - sums.debt());
    assertThat(available(result, entry -> entry.kind() == PostingKind.EXPIRE))
        .isEqualTo(-sums.expired());
    assertThat(available(result, entry -> entry.kind() == PostingKind.CARRY_OVER))
        .isEqualTo(-sums.lapsed());
    if (!generated.book().negativeBalanceForgiven()) {
      assertThat(
              available(
                  result,
                  entry ->
                      entry.kind() == PostingKind.REDEEM || entry.kind() == PostingKind.CANCEL))
          .isEqualTo(-sums.redeemed());
    }
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

  /** Replaying with the outcomes that were decided decides nothing anew. */
  @Property(tries = 500)
  void ownOutcomesChangeNothing(@ForAll("histories") GeneratedHistory generated) {
    Set<Cause> commands =
        generated.history().commands().stream().map(Facts::cause).collect(Collectors.toSet());
    OracleResult plain = judge(generated, generated.history());
    Map<Cause, RecordedOutcome> recorded = new HashMap<>(generated.recorded());
    for (Verdict verdict : plain.decisions()) {
      if (verdict.outcome() != Outcome.CONFLICT && commands.contains(verdict.cause())) {
        recorded.putIfAbsent(verdict.cause(), new RecordedOutcome(verdict.outcome(), null));
      }
    }
    assertThat(
            judge(
                new GeneratedHistory(
                    generated.book(),
                    generated.earlier(),
                    generated.history(),
                    recorded,
                    generated.until()),
                generated.history()))
        .isEqualTo(plain);
  }

  /** What is generated must reach what it is generated for. */
  @Property(tries = 1000)
  void muchIsSpentExpiresAndIsOwed(@ForAll("histories") GeneratedHistory generated) {
    OracleResult result = judge(generated, generated.history());
    Set<PostingKind> kinds = EnumSet.noneOf(PostingKind.class);
    result.postings().forEach(posting -> kinds.add(posting.kind()));
    Map<String, Boolean> facets = new TreeMap<>();
    facets.put("spends", kinds.contains(PostingKind.REDEEM));
    facets.put("gives back", kinds.contains(PostingKind.CANCEL));
    facets.put("adjusts", kinds.contains(PostingKind.ADJUST));
    facets.put("expires", kinds.contains(PostingKind.EXPIRE));
    facets.put("lapses at a period's end", kinds.contains(PostingKind.CARRY_OVER));
    facets.put("makes up", kinds.contains(PostingKind.CORRECT));
    facets.put("ends in debt", result.sums().debt() > 0);
    facets.forEach(
        (facet, is) -> {
          Statistics.label(facet).collect(is);
          Statistics.label(facet)
              .coverage(coverage -> coverage.check(true).percentage(share -> share > 2));
        });
  }

  private static long earned(OracleResult result, Predicate<Entry> which) {
    return result.postings().stream().filter(which).mapToLong(Entry::earnedChange).sum();
  }

  private static long available(OracleResult result, Predicate<Entry> which) {
    return result.postings().stream().filter(which).mapToLong(Entry::availableChange).sum();
  }

  private static long identities(List<? extends Event> records) {
    Function<Event, Object> identity = Facts::cause;
    return new HashSet<>(records.stream().map(identity).toList()).size();
  }

  private OracleResult judge(GeneratedHistory generated, History history) {
    return oracle.judge(
        generated.book(),
        history.hr(),
        history.learning(),
        history.commands(),
        Map.of(),
        generated.until());
  }
}
