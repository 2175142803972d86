package io.growthline.ledger;

import static io.growthline.ledger.OracleTerms.assertConserved;
import static io.growthline.ledger.OracleTerms.assertEndsAs;
import static io.growthline.ledger.OracleTerms.netByPlace;
import static io.growthline.ledger.OracleTerms.postings;
import static java.util.Comparator.comparingLong;
import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.ledger.rules.FactIntake.Arrival;
import io.growthline.ledger.rules.LedgerFact;
import io.growthline.oracle.GeneratedHistory;
import io.growthline.oracle.History;
import io.growthline.oracle.Oracle;
import io.growthline.oracle.OracleResult;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.Span;
import io.growthline.schemas.avro.ContentHash;
import io.growthline.schemas.events.LearningVerb;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What is older than the scheme's history is remembered as an opening balance. */
class HistoryTest {

  private static final long DAY_MILLIS = 86_400_000;

  private final Oracle oracle = new Oracle(record -> ContentHash.of((Record) record));

  @Provide
  Arbitrary<GeneratedHistory> histories() {
    return GeneratedHistory.any().map(HistoryTest::withoutVoidsAndConflicts);
  }

  @Property(tries = 1000)
  void anOpeningBalanceChangesNothingButWhatCanStillBeChanged(
      @ForAll("histories") GeneratedHistory generated, @ForAll long seed) {
    Random random = new Random(seed);
    Span history = new Span(20 + random.nextInt(60), 0, 0);
    RuleBook book = withHistory(generated.book(), history);
    InMemoryLedger ledger = new InMemoryLedger("e", book);
    List<LedgerFact> known = new ArrayList<>();
    for (LedgerFact fact : almostInOrder(generated.history(), random)) {
      if (ledger.arrive(fact) != Arrival.TOO_LATE) {
        known.add(fact);
      }
      ledger.boundHistory();
      assertConserved(ledger);
    }
    ledger.advanceTo(generated.until());

    Statistics.label("something was forgotten").collect(ledger.factsKept() < known.size());
    Statistics.label("something was too late").collect(known.size() < size(generated.history()));
    OracleResult expected = judge(book, known, ledger, generated.until());
    assertEndsAs(expected, ledger);
    assertThat(netByPlace(postings(ledger))).isEqualTo(netByPlace(expected.postings()));
  }

  private OracleResult judge(
      RuleBook book, List<LedgerFact> known, InMemoryLedger ledger, long until) {
    History history =
        new History(
            known.stream().filter(f -> f.hr() != null).map(LedgerFact::hr).toList(),
            known.stream().filter(f -> f.learning() != null).map(LedgerFact::learning).toList(),
            known.stream().filter(f -> f.command() != null).map(LedgerFact::command).toList());
    return oracle.judge(
        book,
        history.hr(),
        history.learning(),
        history.commands(),
        OracleTerms.answers(ledger),
        until);
  }

  /**
   * Most facts come soon after they happened, some much later. People facts do not: they are taken
   * in at any age, but then change only what can still be changed.
   */
  private static List<LedgerFact> almostInOrder(History history, Random random) {
    List<LedgerFact> facts = new ArrayList<>();
    history.hr().forEach(event -> facts.add(LedgerFact.of(event)));
    history.learning().forEach(event -> facts.add(LedgerFact.of(event)));
    history.commands().forEach(command -> facts.add(LedgerFact.of(command)));
    Map<LedgerFact, Long> arrival = new HashMap<>();
    for (LedgerFact fact : facts) {
      boolean late = fact.hr() == null && random.nextInt(10) == 0;
      long days = late ? random.nextInt(400) : random.nextInt(3);
      arrival.put(fact, fact.effectiveAt() + days * DAY_MILLIS);
    }
    facts.sort(comparingLong(arrival::get));
    return facts;
  }

  /**
   * A void or a conflict for what has been forgotten has no effect; the oracle, which forgets
   * nothing, cannot tell. Duplicates go for the same reason.
   */
  private static GeneratedHistory withoutVoidsAndConflicts(GeneratedHistory generated) {
    History history = generated.history();
    Set<String> seen = new HashSet<>();
    return new GeneratedHistory(
        generated.book(),
        new History(
            history.hr().stream()
                .filter(e -> e.voidsEventId() == null)
                .filter(e -> seen.add("hr " + e.source() + " " + e.eventId()))
                .toList(),
            history.learning().stream()
                .filter(e -> e.verb() != LearningVerb.VOIDED)
                .filter(e -> seen.add("learning " + e.source() + " " + e.eventId()))
                .toList(),
            history.commands().stream()
                .filter(e -> seen.add("command " + e.source() + " " + e.eventId()))
                .toList()),
        generated.recorded(),
        generated.until());
  }

  private static int size(History history) {
    return history.hr().size() + history.learning().size() + history.commands().size();
  }

  private static RuleBook withHistory(RuleBook book, Span history) {
    return new RuleBook(
        book.ordinal(),
        book.contentHash(),
        book.zone(),
        book.period(),
        book.negativeBalanceForgiven(),
        history,
        book.scheme(),
        book.activities(),
        book.goals(),
        book.rewards(),
        book.jobs(),
        book.metrics(),
        book.changeDays());
  }
}
