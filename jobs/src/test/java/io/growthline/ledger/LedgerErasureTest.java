package io.growthline.ledger;

import static io.growthline.ledger.SampleFacts.completed;
import static io.growthline.ledger.SampleFacts.erased;
import static io.growthline.ledger.SampleFacts.hired;
import static io.growthline.ledger.SampleFacts.peopleFactVoided;
import static io.growthline.ledger.SampleFacts.redeem;
import static io.growthline.ledger.SampleFacts.rehired;
import static io.growthline.ledger.SampleFacts.voided;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.facts.Disposition;
import io.growthline.facts.ErasureKey;
import io.growthline.facts.Latest;
import io.growthline.ledger.rules.LedgerFact;
import io.growthline.rulebook.RuleBookFile;
import io.growthline.schemas.ledger.CreditLot;
import io.growthline.schemas.reference.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** F6, erasure, where the ledger's state is: on Flink's own test harness. */
class LedgerErasureTest {

  private static final LedgerOptions LIVE = LedgerOptions.live();
  private static final long SPREAD = LIVE.sweepSpread().toMillis();

  private static final Revision RULES = revision(1, 5);
  private static final Revision RAISED = revision(2, 8);

  private static final LedgerFact HIRED = hired("h-1", "coach", "2024-01-01T09:00:00Z");
  private static final LedgerFact LEAN = completed("e-1", "lean", "2024-03-10T09:00:00Z");
  private static final LedgerFact KAIZEN = completed("e-2", "kaizen", "2024-03-11T09:00:00Z");
  private static final LedgerFact UNHEARD_OF = completed("e-3", "new", "2024-03-12T09:00:00Z");
  private static final LedgerFact DAY_OFF = redeem("r-1", "2024-03-13T09:00:00Z");
  private static final LedgerFact ERASED = erased("x-1", "2024-03-20T09:00:00Z");
  private static final LedgerFact ERASED_AHEAD =
      erased("x-2", "2024-03-20T09:00:00Z", "2024-05-01T00:00:00Z");

  @Test
  void f6NothingIsLeftOfSomeoneErased() throws Exception {
    try (LedgerHarness ledger = withHistory()) {
      assertThat(ledger.timers()).isEqualTo(2);
      assertThat(ledger.kept().get("lots")).containsExactly("li-na");

      ledger.send(ERASED);

      assertNothingIsKept(ledger);
      assertEndsInTombstones(ledger);
      assertThat(ledger.erased()).containsExactly("li-na");
      assertThat(ledger.counted(Disposition.WAITING)).isZero();
      assertThat(ledger.counted(Disposition.ERASED)).isEqualTo(2);
    }
  }

  @Test
  void f6ItTakesEffectWhereverInThePastItSorts() throws Exception {
    try (LedgerHarness ledger = withHistory()) {
      ledger.send(erased("x-1", "1999-01-01T00:00:00Z"));
      assertNothingIsKept(ledger);
      assertEndsInTombstones(ledger);
    }
  }

  @Test
  void f6NothingBringsThemBackNotEvenAfterRescaling() throws Exception {
    LedgerHarness before = withHistory();
    before.send(ERASED);
    List<LedgerHarness> two = LedgerHarness.rescaled(List.of(before), 2);
    List<LedgerHarness> three = LedgerHarness.rescaled(two, 3);
    for (LedgerHarness subtask : three) {
      subtask.publish(RAISED);
      if (subtask.isResponsibleFor("li-na")) {
        subtask.send(LEAN, UNHEARD_OF, HIRED, KAIZEN);
        subtask.send(
            completed("e-9", "six-sigma", "2024-06-01T09:00:00Z"),
            completed("e-10", "unheard-of", "2024-06-01T09:00:00Z"),
            rehired("h-2", "2024-06-02T09:00:00Z"),
            redeem("r-9", "2024-06-03T09:00:00Z"),
            peopleFactVoided("v-1", "x-1", "2024-06-04T09:00:00Z"));
        assertThat(subtask.counted(Disposition.ERASED)).isEqualTo(9);
      }
      subtask.sleep(SPREAD);
      subtask.watermark(Instant.parse("2026-01-01T00:00:00Z").toEpochMilli());
      assertNothingIsKept(subtask);
      assertNothingWasSaid(subtask);
      subtask.close();
    }
    assertThat(three.stream().filter(subtask -> subtask.isResponsibleFor("li-na"))).hasSize(1);
  }

  /** Whoever reads a compacted topic from then on may never have seen the first tombstone. */
  @Test
  void f6ADemandThatIsRepeatedIsAnsweredByTombstonesAgain() throws Exception {
    LedgerHarness before = withHistory();
    before.send(ERASED);
    try (LedgerHarness after = before.restarted(LedgerOptions.live())) {
      after.send(erased("x-9", "2024-06-05T09:00:00Z"));
      assertThat(after.balances()).containsExactly(new Latest<>("li-na", null));
      assertThat(after.progress()).containsExactly(new Latest<>("li-na", null));
      assertThat(after.erased()).containsExactly("li-na");
      assertNothingIsKept(after);
    }
  }

  @Test
  void f6MarksNeitherMultiplyNorGetLost() throws Exception {
    LedgerHarness first = withHistory();
    first.send(ERASED);
    List<LedgerHarness> subtasks = List.of(first);
    for (int parallelism : new int[] {2, 3, 2, 4}) {
      subtasks = LedgerHarness.rescaled(subtasks, parallelism);
      List<String> marks = new ArrayList<>();
      for (LedgerHarness subtask : subtasks) {
        marks.addAll(subtask.savedMarks());
      }
      assertThat(marks)
          .containsExactly(
              ErasureKey.PUBLIC.mark("li-na"), "key:" + ErasureKey.PUBLIC.fingerprint());
    }
    for (LedgerHarness subtask : subtasks) {
      subtask.close();
    }
  }

  @Test
  void f6DatedAheadItWaitsThroughSweepsAndThenTakesEffect() throws Exception {
    LedgerHarness before = withHistory();
    before.send(ERASED_AHEAD);
    before.publish(RAISED);
    before.sleep(SPREAD);
    assertThat(before.newestBalance().earned()).isEqualTo(18_00);
    before.send(completed("e-4", "six-sigma", "2024-03-01T09:00:00Z"));
    before.watermark(ERASED_AHEAD.effectiveAt() - 1);

    try (LedgerHarness ledger = before.restarted(LIVE)) {
      assertThat(ledger.kept().get("ledger")).containsExactly("li-na");
      ledger.watermark(ERASED_AHEAD.effectiveAt());
      assertNothingIsKept(ledger);
      assertThat(ledger.erased()).containsExactly("li-na");
    }
  }

  @Test
  void f6WhatHappensLaterThanItsDateShowsThatItsTimeHasCome() throws Exception {
    try (LedgerHarness ledger = withHistory()) {
      ledger.send(ERASED_AHEAD, completed("e-4", "six-sigma", "2024-05-01T00:00:00Z"));
      assertNothingIsKept(ledger);
      assertEndsInTombstones(ledger);
    }
  }

  @Test
  void f6DatedAheadItCanBeVoided() throws Exception {
    try (LedgerHarness ledger = withHistory()) {
      ledger.send(ERASED_AHEAD, peopleFactVoided("v-1", "x-2", "2024-04-01T09:00:00Z"));
      ledger.watermark(ERASED_AHEAD.effectiveAt() + 1);
      assertThat(ledger.erased()).isEmpty();
      assertThat(ledger.kept().get("ledger")).containsExactly("li-na");
    }
  }

  @Test
  void f6VoidedBeforeItComesItDoesNothing() throws Exception {
    try (LedgerHarness ledger = withHistory()) {
      ledger.send(peopleFactVoided("v-1", "x-1", "2024-03-19T09:00:00Z"), ERASED);
      assertThat(ledger.erased()).isEmpty();
      assertThat(ledger.newestBalance().earned()).isEqualTo(15_00);
    }
  }

  @Test
  void f6ADemandWhoseIdentityBelongsToAnotherContentDoesNothing() throws Exception {
    try (LedgerHarness ledger = withHistory()) {
      ledger.send(erased("h-1", "2024-03-20T09:00:00Z"));
      assertThat(ledger.erased()).isEmpty();
      assertThat(ledger.counted(Disposition.ERASED)).isZero();
    }
  }

  @Test
  void f6ItNeedsNoRuleBook() throws Exception {
    LedgerHarness before = new LedgerHarness(LIVE);
    before.send(HIRED, LEAN, UNHEARD_OF, ERASED);
    assertNothingIsKept(before);
    assertThat(before.counted(Disposition.WAITING)).isZero();
    assertThat(before.counted(Disposition.ERASED)).isEqualTo(4);
    before.send(KAIZEN);

    try (LedgerHarness ledger = before.restarted(LIVE)) {
      ledger.publish(RULES);
      ledger.sleep(SPREAD);
      ledger.send(DAY_OFF);
      assertNothingIsKept(ledger);
      assertNothingWasSaid(ledger);
    }
  }

  @Test
  void f6DatedAheadItNeedsNoRuleBookEither() throws Exception {
    try (LedgerHarness ledger = new LedgerHarness(LIVE)) {
      ledger.send(LEAN, ERASED_AHEAD);
      ledger.watermark(ERASED_AHEAD.effectiveAt() - 1);
      assertThat(ledger.kept().get("waiting")).containsExactly("li-na");
      ledger.watermark(ERASED_AHEAD.effectiveAt());
      assertNothingIsKept(ledger);
    }
  }

  @Test
  void f6WithoutARuleBookItCanBeVoidedAndOutbidToo() throws Exception {
    try (LedgerHarness ledger = new LedgerHarness(LIVE)) {
      ledger.send(peopleFactVoided("v-1", "x-1", "2024-03-19T09:00:00Z"), ERASED);
      ledger.send(HIRED, erased("h-1", "2024-03-20T09:00:00Z"));
      assertThat(ledger.erased()).isEmpty();
      ledger.publish(RULES);
      ledger.sleep(SPREAD);
      assertThat(ledger.erased()).isEmpty();
      assertThat(ledger.kept().get("ledger")).containsExactly("li-na");
    }
  }

  @Test
  void f6ADemandInForceAgainErases() throws Exception {
    try (LedgerHarness ledger = withHistory()) {
      ledger.send(peopleFactVoided("v-1", "x-1", "2024-03-19T09:00:00Z"), ERASED);
      ledger.send(rehired("v-1", "2024-03-18T09:00:00Z"));
      assertNothingIsKept(ledger);
    }
  }

  @Test
  void f6LotsOfAwardsThatAreVoidAreTakenBackHoweverLongAgo() throws Exception {
    try (LedgerHarness ledger = new LedgerHarness(LIVE)) {
      ledger.publish(RULES);
      ledger.send(LEAN, KAIZEN, voided("v-1", "e-1", "2024-03-12T09:00:00Z"));
      ledger.send(completed("e-8", "six-sigma", "2029-01-01T09:00:00Z"));
      assertThat(ledger.kept().get("opening")).containsExactly("li-na");
      ledger.send(erased("x-1", "2029-02-01T09:00:00Z"));
      assertEndsInTombstones(ledger);
    }
  }

  @Test
  void thereIsOneTimerToWakeUpByHoweverOftenItChanges() throws Exception {
    try (LedgerHarness ledger = new LedgerHarness(LIVE)) {
      ledger.publish(RULES);
      ledger.send(KAIZEN);
      assertThat(ledger.timers()).isEqualTo(1);
      ledger.send(LEAN, completed("e-4", "six-sigma", "2024-03-01T09:00:00Z"));
      assertThat(ledger.timers()).isEqualTo(1);
      ledger.send(completed("e-5", "new", "2024-03-01T09:00:00Z"));
      assertThat(ledger.timers()).isEqualTo(2);
      ledger.publish(withNew());
      ledger.sleep(SPREAD);
      assertThat(ledger.timers()).isEqualTo(1);
    }
  }

  private static LedgerHarness withHistory() throws Exception {
    LedgerHarness ledger = new LedgerHarness(LIVE);
    ledger.publish(RULES);
    ledger.send(HIRED, LEAN, KAIZEN, UNHEARD_OF, DAY_OFF);
    assertThat(ledger.newestBalance().earned()).isEqualTo(15_00);
    return ledger;
  }

  private static void assertNothingIsKept(LedgerHarness ledger) throws Exception {
    assertThat(ledger.kept())
        .hasSizeGreaterThan(10)
        .allSatisfy((state, keys) -> assertThat(keys).isEmpty());
    assertThat(ledger.timers()).isZero();
  }

  private static void assertNothingWasSaid(LedgerHarness ledger) {
    assertThat(ledger.postings()).isEmpty();
    assertThat(ledger.decisions()).isEmpty();
    assertThat(ledger.milestones()).isEmpty();
    assertThat(ledger.balances()).isEmpty();
    assertThat(ledger.progress()).isEmpty();
    assertThat(ledger.lots()).isEmpty();
    assertThat(ledger.deadLetters()).isEmpty();
    assertThat(ledger.accepted()).isEmpty();
  }

  private static void assertEndsInTombstones(LedgerHarness ledger) {
    assertThat(ledger.balances()).last().isEqualTo(new Latest<>("li-na", null));
    assertThat(ledger.progress()).last().isEqualTo(new Latest<>("li-na", null));
    Set<String> told = new HashSet<>();
    Set<String> remaining = new HashSet<>();
    for (Latest<CreditLot> lot : ledger.lots()) {
      told.add(lot.key());
      remaining.add(lot.key());
      if (lot.value() == null) {
        remaining.remove(lot.key());
      }
    }
    assertThat(told).hasSizeGreaterThan(1);
    assertThat(remaining).isEmpty();
  }

  private static Revision revision(long ordinal, int creditsOfLean) {
    return revision(ordinal, creditsOfLean, "");
  }

  private static Revision withNew() {
    return revision(3, 5, "  - {id: new, kind: course, category: elective, credits: 1}\n");
  }

  private static Revision revision(long ordinal, int creditsOfLean, String more) {
    String yaml =
        """
        scheme: {zone: UTC, expiry: {months: 24}}
        activities:
          - {id: lean, kind: course, category: elective, credits: %d}
          - {id: kaizen, kind: course, category: elective, credits: 10}
          - {id: six-sigma, kind: course, category: elective, credits: 10}
        %s
        rewards:
          - {id: day-off, cost: 10}
        """
            .formatted(creditsOfLean, more);
    return RuleBookFile.read("rulebook.yaml", yaml.getBytes(UTF_8)).revision(ordinal, 0);
  }
}
