package io.growthline.ledger;

import static java.util.Comparator.comparingLong;
import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.ledger.rules.FactIntake;
import io.growthline.ledger.rules.FactIntake.Arrival;
import io.growthline.ledger.rules.LedgerFact;
import io.growthline.oracle.GeneratedHistory;
import io.growthline.oracle.History;
import io.growthline.oracle.Oracle;
import io.growthline.oracle.OracleResult;
import io.growthline.oracle.OracleResult.Cause;
import io.growthline.oracle.RecordedOutcome;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.Span;
import io.growthline.schemas.avro.ContentHash;
import io.growthline.schemas.events.LearningVerb;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** What has to hold of every history, whatever it is; each way throws an AssertionError if not. */
final class LedgerChecks {

  private static final String EMPLOYEE = "e";
  private static final long DAY_MILLIS = 86_400_000;

  private final Oracle oracle = new Oracle(record -> ContentHash.of((Record) record));

  /** All facts folded at once: every posting, decision and milestone is the oracle's. */
  void aReplaySaysWhatTheOracleSays(GeneratedHistory generated, Random random) {
    InMemoryLedger ledger = new InMemoryLedger(EMPLOYEE, generated.book());
    int repeated = replay(ledger, generated, random);

    OracleResult expected = judge(generated, Map.of());
    assertThat(OracleTerms.postings(ledger)).isEqualTo(expected.postings());
    assertThat(OracleTerms.verdicts(ledger))
        .containsExactlyInAnyOrderElementsOf(expected.decisions());
    assertThat(OracleTerms.edges(ledger)).isEqualTo(expected.edges());
    assertThat(ledger.duplicates()).isEqualTo(expected.duplicates() + repeated);
    OracleTerms.assertEndsAs(expected, ledger);
  }

  /** Facts one by one in any order, now and then time passes: it ends as the oracle does. */
  void anyOrderEndsWhereTheOracleDoes(GeneratedHistory generated, Random random) {
    InMemoryLedger ledger = live(generated, random);

    OracleResult expected = judge(generated, OracleTerms.answers(ledger));
    OracleTerms.assertEndsAs(expected, ledger);
    assertThat(OracleTerms.netByPlace(OracleTerms.postings(ledger)))
        .isEqualTo(OracleTerms.netByPlace(expected.postings()));
    assertThat(OracleTerms.heldBeyondPeriods(ledger, generated))
        .isEqualTo(OracleTerms.heldForGood(expected, generated));
  }

  /** A new revision comes in between: it ends as if there had never been another. */
  void aRevisionInBetweenEndsWhereTheOracleDoes(GeneratedHistory generated, Random random) {
    InMemoryLedger ledger = new InMemoryLedger(EMPLOYEE, generated.earlier());
    LiveRun run = new LiveRun(ledger, generated.until(), random);
    List<LedgerFact> facts = arrivals(generated.history(), random);
    int published = random.nextInt(facts.size() + 1);
    int swept = published + random.nextInt(facts.size() - published + 1);
    run.take(facts.subList(0, published));
    run.publish(generated.book());
    run.take(facts.subList(published, swept));
    run.sweep();
    run.take(facts.subList(swept, facts.size()));
    run.end();

    OracleResult expected = judge(generated, OracleTerms.answers(ledger));
    OracleTerms.assertEndsAs(expected, ledger);
    assertThat(OracleTerms.netByPlace(OracleTerms.postings(ledger)))
        .isEqualTo(OracleTerms.netByPlace(expected.postings()));
  }

  /** The answers that requests were given live hold in a replay. */
  void aReplayToldTheAnswersSaysWhatTheOracleSays(GeneratedHistory generated, Random random) {
    InMemoryLedger live = live(generated, random);
    InMemoryLedger replay = new InMemoryLedger(EMPLOYEE, generated.book());
    live.answers().forEach(replay::answered);
    replay(replay, generated, random);

    OracleResult expected = judge(generated, OracleTerms.answers(live));
    assertThat(OracleTerms.postings(replay)).isEqualTo(expected.postings());
    OracleTerms.assertEndsAs(expected, replay);
  }

  /** After a crash facts may come in another order: no version told before outbids the end. */
  void whatWasToldBeforeACrashIsOutbidAtRest(GeneratedHistory generated, Random random) {
    InMemoryLedger before = live(generated, random);
    InMemoryLedger after = live(generated, random);
    if (after.balance() != null) {
      assertThat(after.balance().version()).isGreaterThanOrEqualTo(before.balance().version());
    }
  }

  /** With a short history what is forgotten changes nothing; what comes too late is refused. */
  InMemoryLedger aShortHistoryChangesNothing(GeneratedHistory whole, Random random) {
    GeneratedHistory generated = withoutVoidsAndConflicts(whole);
    RuleBook book = withHistory(generated.book(), new Span(20 + random.nextInt(60), 0, 0));
    InMemoryLedger ledger = new InMemoryLedger(EMPLOYEE, book);
    List<LedgerFact> known = new ArrayList<>();
    for (LedgerFact fact : almostInOrder(generated.history(), random)) {
      if (random.nextInt(6) == 0) {
        ledger.restart();
      }
      if (random.nextInt(3) == 0) {
        ledger.advanceTo(fact.effectiveAt());
        ledger.boundHistory();
        OracleTerms.assertConserved(ledger);
      }
      if (ledger.arrive(fact) != Arrival.TOO_LATE) {
        known.add(fact);
      }
      ledger.boundHistory();
      OracleTerms.assertConserved(ledger);
    }
    ledger.advanceTo(generated.until());
    ledger.boundHistory();

    OracleResult expected =
        judge(historyOf(known), book, OracleTerms.answers(ledger), generated.until());
    OracleTerms.assertEndsAs(expected, ledger);
    assertThat(OracleTerms.netByPlace(OracleTerms.postings(ledger)))
        .isEqualTo(OracleTerms.netByPlace(expected.postings()));
    return ledger;
  }

  /** Returns how many facts came again. */
  private static int replay(InMemoryLedger ledger, GeneratedHistory generated, Random random) {
    List<LedgerFact> stored = known(arrivals(generated.history(), random), generated.book());
    stored.forEach(ledger::store);
    ledger.settle(generated.until());
    return stored.size() - known(facts(generated.history()), generated.book()).size();
  }

  private static List<LedgerFact> known(List<LedgerFact> facts, RuleBook book) {
    return facts.stream().filter(fact -> !FactIntake.isWaiting(fact, book)).toList();
  }

  private static InMemoryLedger live(GeneratedHistory generated, Random random) {
    InMemoryLedger ledger = new InMemoryLedger(EMPLOYEE, generated.book());
    LiveRun run = new LiveRun(ledger, generated.until(), random);
    run.take(arrivals(generated.history(), random));
    run.end();
    return ledger;
  }

  private OracleResult judge(GeneratedHistory generated, Map<Cause, RecordedOutcome> recorded) {
    return judge(generated.history(), generated.book(), recorded, generated.until());
  }

  private OracleResult judge(
      History history, RuleBook book, Map<Cause, RecordedOutcome> recorded, long until) {
    return oracle.judge(
        book, history.hr(), history.learning(), history.commands(), recorded, until);
  }

  /** In the order of their happening but for some, or in any order; one in ten comes again. */
  static List<LedgerFact> arrivals(History history, Random random) {
    List<LedgerFact> facts;
    if (random.nextBoolean()) {
      facts = almostInOrder(history, random);
    } else {
      facts = facts(history);
      Collections.shuffle(facts, random);
    }
    for (LedgerFact fact : List.copyOf(facts)) {
      if (random.nextInt(10) == 0) {
        int first = facts.indexOf(fact);
        facts.add(first + 1 + random.nextInt(facts.size() - first), fact);
      }
    }
    return facts;
  }

  private static List<LedgerFact> facts(History history) {
    List<LedgerFact> facts = new ArrayList<>();
    history.hr().forEach(event -> facts.add(LedgerFact.of(event)));
    history.learning().forEach(event -> facts.add(LedgerFact.of(event)));
    history.commands().forEach(command -> facts.add(LedgerFact.of(command)));
    return facts;
  }

  private static History historyOf(List<LedgerFact> facts) {
    return new History(
        facts.stream().filter(f -> f.hr() != null).map(LedgerFact::hr).toList(),
        facts.stream().filter(f -> f.learning() != null).map(LedgerFact::learning).toList(),
        facts.stream().filter(f -> f.command() != null).map(LedgerFact::command).toList());
  }

  /**
   * Most facts come soon after they happened, some much later. People facts do not: they are taken
   * in at any age, but then change only what can still be changed.
   */
  private static List<LedgerFact> almostInOrder(History history, Random random) {
    List<LedgerFact> facts = facts(history);
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
        generated.earlier(),
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

  static RuleBook withHistory(RuleBook book, Span history) {
    return new RuleBook(
        book.ordinal(),
        book.contentHash(),
        book.schemeId(),
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
        book.skills(),
        book.changeDays());
  }
}
