package io.growthline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.ledger.rules.FactIntake;
import io.growthline.ledger.rules.LedgerFact;
import io.growthline.oracle.GeneratedHistory;
import io.growthline.oracle.History;
import io.growthline.oracle.Oracle;
import io.growthline.oracle.OracleResult;
import io.growthline.oracle.OracleResult.Cause;
import io.growthline.oracle.RecordedOutcome;
import io.growthline.schemas.avro.ContentHash;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The ledger against a separate, brute-force reading of the same contract. */
class LedgerAgainstOracleTest {

  private static final String EMPLOYEE = "e";

  private final Oracle oracle = new Oracle(record -> ContentHash.of((Record) record));

  @Provide
  Arbitrary<GeneratedHistory> histories() {
    return GeneratedHistory.anyWithUnlistedActivities();
  }

  @Property(tries = 1000)
  void aReplaySaysWhatTheOracleSays(
      @ForAll("histories") GeneratedHistory generated, @ForAll long seed) {
    OracleResult expected = judge(generated, Map.of());
    InMemoryLedger ledger = new InMemoryLedger(EMPLOYEE, generated.book());
    arrivals(generated.history(), new Random(seed)).stream()
        .filter(fact -> !FactIntake.isWaiting(fact, generated.book()))
        .forEach(ledger::store);
    ledger.settle(generated.until());

    assertThat(OracleTerms.postings(ledger)).isEqualTo(expected.postings());
    assertThat(OracleTerms.verdicts(ledger))
        .containsExactlyInAnyOrderElementsOf(expected.decisions());
    assertThat(OracleTerms.edges(ledger)).isEqualTo(expected.edges());
    assertThat(ledger.duplicates()).isEqualTo(expected.duplicates());
    OracleTerms.assertEndsAs(expected, ledger);
  }

  @Property(tries = 1000)
  void whateverOrderFactsArriveInTheLedgerEndsTheSame(
      @ForAll("histories") GeneratedHistory generated, @ForAll long seed) {
    InMemoryLedger ledger = new InMemoryLedger(EMPLOYEE, generated.book());
    long version = 0;
    for (LedgerFact fact : arrivals(generated.history(), new Random(seed))) {
      ledger.arrive(fact);
      if (ledger.balance() != null) {
        OracleTerms.assertConserved(ledger);
        assertThat(ledger.balance().version()).isGreaterThanOrEqualTo(version);
        version = ledger.balance().version();
      }
    }
    ledger.advanceTo(generated.until());
    OracleTerms.assertConserved(ledger);

    OracleResult expected = judge(generated, OracleTerms.answers(ledger));
    OracleTerms.assertEndsAs(expected, ledger);
    assertThat(OracleTerms.netByPlace(OracleTerms.postings(ledger)))
        .isEqualTo(OracleTerms.netByPlace(expected.postings()));
    assertThat(OracleTerms.heldBeyondPeriods(ledger, generated))
        .isEqualTo(OracleTerms.heldForGood(expected, generated));
  }

  @Property(tries = 1000)
  void aReplayToldTheAnswersSaysWhatTheOracleSays(
      @ForAll("histories") GeneratedHistory generated, @ForAll long seed) {
    Random random = new Random(seed);
    InMemoryLedger live = new InMemoryLedger(EMPLOYEE, generated.book());
    arrivals(generated.history(), random).forEach(live::arrive);
    InMemoryLedger replay = new InMemoryLedger(EMPLOYEE, generated.book());
    live.answers().forEach(replay::answered);
    arrivals(generated.history(), random).stream()
        .filter(fact -> !FactIntake.isWaiting(fact, generated.book()))
        .forEach(replay::store);
    replay.settle(generated.until());

    OracleResult expected = judge(generated, OracleTerms.answers(live));
    assertThat(OracleTerms.postings(replay)).isEqualTo(expected.postings());
    OracleTerms.assertEndsAs(expected, replay);
  }

  /** After a crash facts may come in another order, and time may pass sooner or later. */
  @Property(tries = 1000)
  void whatWasToldBeforeACrashIsOutbidAtRest(
      @ForAll("histories") GeneratedHistory generated, @ForAll long seed) {
    Random random = new Random(seed);
    InMemoryLedger before = new InMemoryLedger(EMPLOYEE, generated.book());
    long highest = run(before, generated, random);
    InMemoryLedger after = new InMemoryLedger(EMPLOYEE, generated.book());
    run(after, generated, random);
    after.advanceTo(generated.until());
    if (after.balance() != null) {
      assertThat(after.balance().version()).isGreaterThanOrEqualTo(highest);
    }
  }

  /** The highest version told; now and then time passes. */
  private static long run(InMemoryLedger ledger, GeneratedHistory generated, Random random) {
    long highest = 0;
    long time = Long.MIN_VALUE;
    for (LedgerFact fact : arrivals(generated.history(), random)) {
      if (random.nextInt(3) == 0) {
        time = Math.max(time, (fact.effectiveAt() + generated.until()) / 2);
        ledger.advanceTo(time);
      }
      ledger.arrive(fact);
      if (ledger.balance() != null) {
        highest = Math.max(highest, ledger.balance().version());
      }
    }
    return highest;
  }

  private OracleResult judge(GeneratedHistory generated, Map<Cause, RecordedOutcome> recorded) {
    History history = generated.history();
    return oracle.judge(
        generated.book(),
        history.hr(),
        history.learning(),
        history.commands(),
        recorded,
        generated.until());
  }

  private static List<LedgerFact> arrivals(History history, Random random) {
    List<LedgerFact> facts = new ArrayList<>();
    history.hr().forEach(event -> facts.add(LedgerFact.of(event)));
    history.learning().forEach(event -> facts.add(LedgerFact.of(event)));
    history.commands().forEach(command -> facts.add(LedgerFact.of(command)));
    Collections.shuffle(facts, random);
    return facts;
  }
}
