package io.growthline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.ledger.rules.KeyedStore;
import io.growthline.ledger.rules.LedgerFact;
import io.growthline.ledger.rules.LedgerHead;
import io.growthline.ledger.rules.LedgerState;
import io.growthline.oracle.GeneratedHistory;
import io.growthline.rulebook.Span;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.HrKind;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** F6, erasure, of anyone with any history. */
class ErasurePropertiesTest {

  private static final String EMPLOYEE = "e";

  @Provide
  Arbitrary<GeneratedHistory> histories() {
    return GeneratedHistory.anyWithUnlistedActivities();
  }

  /** Wherever it comes and wherever it sorts; lots of void awards are found too. */
  @Property
  void f6LiveNothingIsLeftWhateverCameBefore(
      @ForAll("histories") GeneratedHistory generated, @ForAll long seed) {
    Random random = new Random(seed);
    List<LedgerFact> facts = LedgerChecks.arrivals(generated.history(), random);
    Span history = random.nextBoolean() ? generated.book().history() : shortHistory(random);
    InMemoryLedger ledger =
        new InMemoryLedger(EMPLOYEE, LedgerChecks.withHistory(generated.book(), history));
    for (LedgerFact fact : facts.subList(0, random.nextInt(facts.size() + 1))) {
      ledger.arrive(fact);
      ledger.boundHistory();
    }
    Statistics.label("opening balance").collect(ledger.state().opening() != null);
    Statistics.label("lots were told").collect(!ledger.lotsTold().isEmpty());

    ledger.arrive(erased(generated, random));

    assertNothingIsLeft(ledger);
  }

  @Property
  void f6InAReplayNothingIsSaidInWhateverOrderItCame(
      @ForAll("histories") GeneratedHistory generated, @ForAll long seed) {
    Random random = new Random(seed);
    List<LedgerFact> facts = LedgerChecks.arrivals(generated.history(), random);
    facts.add(random.nextInt(facts.size() + 1), erased(generated, random));
    InMemoryLedger ledger = new InMemoryLedger(EMPLOYEE, generated.book());
    facts.forEach(ledger::store);

    ledger.settle(generated.until());

    assertNothingIsLeft(ledger);
    assertThat(ledger.postings()).isEmpty();
    assertThat(ledger.milestones()).isEmpty();
  }

  private static Span shortHistory(Random random) {
    return new Span(20 + random.nextInt(60), 0, 0);
  }

  private static void assertNothingIsLeft(InMemoryLedger ledger) {
    assertThat(ledger.lotsTold()).isEmpty();
    assertThat(ledger.balance()).isNull();
    assertThat(ledger.progress()).isNull();
    LedgerState state = ledger.state();
    assertThat(state.account()).isNull();
    assertThat(state.opening()).isNull();
    assertThat(state.ledger()).isEqualTo(LedgerHead.EMPTY);
    Stream<KeyedStore<?, ?>> stores =
        Stream.of(
            state.facts(),
            state.voids(),
            state.waiting(),
            state.stores().standings(),
            state.stores().lots(),
            state.stores().redemptions(),
            state.outcomes(),
            state.journal(),
            state.announced());
    assertThat(stores).allSatisfy(store -> assertThat(store.entries()).isEmpty());
  }

  /** A demand stated at the end of the history, which takes effect at any time up to then. */
  private static LedgerFact erased(GeneratedHistory generated, Random random) {
    long at = generated.until();
    long effectiveAt = (long) (at * random.nextDouble());
    return LedgerFact.of(
        new HrEvent(
            "the-erasure",
            "growthline-erase",
            EMPLOYEE,
            at,
            HrKind.ERASED,
            effectiveAt,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null));
  }
}
