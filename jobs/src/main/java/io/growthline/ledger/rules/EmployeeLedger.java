package io.growthline.ledger.rules;

import io.growthline.facts.Disposition;
import io.growthline.schemas.ledger.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * One employee's ledger: decides how a fact gets into the fold, then has the outcome booked and
 * announced. A fact later than all others is folded onto what is there; for any other the fold runs
 * again from the start and the differences are posted.
 */
public final class EmployeeLedger {

  private final String employeeId;
  private final CompiledRules rules;
  private final LedgerState state;
  private final LedgerOutput output;
  private final Bookkeeper bookkeeper;
  private final LotTeller lots;
  private final Notices notices;
  private final History history;
  private final Erasure erasure;

  /**
   * @param recordedAt when a result counts as recorded, epoch milliseconds: now, or in a replay the
   *     time of the event that caused it
   */
  public EmployeeLedger(
      String employeeId,
      CompiledRules rules,
      LedgerState state,
      LedgerOutput output,
      ToLongFunction<Result> recordedAt) {
    this.employeeId = employeeId;
    this.rules = rules;
    this.state = state;
    this.output = output;
    this.bookkeeper = new Bookkeeper(employeeId, rules.calendar(), state, output, recordedAt);
    this.lots = new LotTeller(employeeId, rules.calendar(), state, output);
    this.notices = new Notices(employeeId, rules, state, output);
    this.history = new History(rules, state);
    this.erasure = new Erasure(employeeId, state, output);
  }

  /**
   * Takes a newly arrived fact into account; {@link FactIntake} has stored it.
   *
   * @param changesThePast whether it replaces or voids a fact that was here before
   */
  public void take(LedgerFact fact, boolean changesThePast) {
    notices.because(fact);
    AccountHead head = state.account();
    boolean upToDate = isUpToDate(head) && !changesThePast;
    if (upToDate && isNext(fact, head)) {
      foldOn(List.of(fact), head);
    } else if (!upToDate || LedgerFold.matters(fact) || fact.effectiveAt() < head.firstAt()) {
      long known = head == null ? Long.MIN_VALUE : head.now();
      foldAgain(fact.id(), Math.max(known, fact.event().occurredAt()));
    } else {
      notice();
    }
  }

  /**
   * Takes facts into account that were stated at one instant, and tells once.
   *
   * @param facts one or more, in effective order; {@link FactIntake} has stored them
   * @param changesThePast whether any of them replaces or voids a fact that was here before
   */
  void takeTogether(List<LedgerFact> facts, boolean changesThePast) {
    AccountHead head = state.account();
    if (isUpToDate(head) && !changesThePast && facts.stream().allMatch(f -> isNext(f, head))) {
      foldOn(facts, head);
    } else {
      LedgerFact last = facts.get(facts.size() - 1);
      long known = head == null ? Long.MIN_VALUE : head.now();
      foldAgain(last.id(), Math.max(known, last.event().occurredAt()));
    }
  }

  private boolean isUpToDate(AccountHead head) {
    return head != null && head.rulesOrdinal() == rules.book().ordinal();
  }

  /**
   * Tells the present balance and progress. Every distinct fact counts in their version, so each
   * has to be told, also one that changes nothing: otherwise what was told before a crash, when
   * facts came in another order, could bear a higher version than the truth.
   */
  public void notice() {
    AccountHead head = state.account();
    // An account folded with an older rule book is told when it has been folded with the present
    // one.
    if (head != null && head.rulesOrdinal() == rules.book().ordinal()) {
      notices.tell(head, version());
    }
  }

  private static boolean isNext(LedgerFact fact, AccountHead head) {
    return fact.effectiveAt() > head.now()
        && fact.effectiveAt() == fact.event().occurredAt()
        && fact.effectiveAt() < head.nextAhead()
        && !Erasure.isDemandedBy(fact);
  }

  /**
   * Lets time pass up to an instant: does nothing unless something happens by itself until then.
   */
  public void advanceTo(long instant) {
    AccountHead head = state.account();
    if (head == null || instant < head.wakeUpAt()) {
      return;
    }
    if (instant >= head.nextAhead() || head.rulesOrdinal() != rules.book().ordinal()) {
      foldAgain(
          new FactId(FactKind.CLOCK, "clock", Instant.ofEpochMilli(instant).toString()), instant);
      return;
    }
    FoldRun run = new FoldRun(rules, head, state);
    run.fold().advanceTo(instant);
    close(run, clock(instant));
  }

  /**
   * Folds everything that is kept, with the present rule book, and posts the differences; or erases
   * the employee, if that is due.
   *
   * @param trigger what made it necessary: the cause of corrections
   * @param instant how far time has passed, epoch milliseconds: facts dated later are left for then
   */
  public void foldAgain(FactId trigger, long instant) {
    foldAgain(trigger, instant, lots.snapshot());
  }

  private void foldAgain(FactId trigger, long instant, Map<BookingId, Lot> lotsBefore) {
    List<LedgerFact> facts = sortedFacts();
    if (erasure.isDue(facts, instant)) {
      erasure.carryOut();
      return;
    }
    FoldRun run = new Refold(rules, state, facts).run(instant);
    bookkeeper.bookAll(run.results(), trigger, instant);
    announce(run, trigger);
    lots.tellDifferences(lotsBefore, version(), run.account().now());
    notice();
  }

  /**
   * Brings the account up to the present rule book, unless a fact has done so already.
   *
   * @param factsReleased whether facts were stored that had waited for it
   */
  public void adoptRules(boolean factsReleased) {
    AccountHead head = state.account();
    long ordinal = rules.book().ordinal();
    if (factsReleased || (head != null && head.rulesOrdinal() != ordinal)) {
      foldAgain(
          new FactId(FactKind.RULE_BOOK, "rule-book", Long.toString(ordinal)),
          Math.max(newestFactAt(), head == null ? Long.MIN_VALUE : head.now()));
    }
  }

  private long newestFactAt() {
    long newest = Long.MIN_VALUE;
    for (Map.Entry<FactId, KnownFact> entry : state.facts().entries()) {
      newest = Math.max(newest, entry.getValue().fact().event().occurredAt());
    }
    return newest;
  }

  /** Forgets what is older than the scheme's history, if there is any such thing. */
  public void boundHistory() {
    AccountHead head = state.account();
    if (head != null && head.rulesOrdinal() == rules.book().ordinal() && history.isTooLong(head)) {
      Map<BookingId, Lot> lotsBefore = lots.snapshot();
      history.shorten(sortedFacts(), head.now());
      foldAgain(clock(head.now()), head.now(), lotsBefore);
    }
  }

  /** Takes note of an answer that was given before. */
  public void answered(Decision decision) {
    RecordedOutcome answer = RecordedOutcome.of(decision);
    if (answer != null) {
      FactId request = new FactId(FactKind.COMMAND, decision.source(), decision.eventId());
      state.outcomes().put(request, answer.orLater(state.outcomes().get(request)));
    }
  }

  /** What became of a stored fact so far. */
  public Disposition disposition(LedgerFact fact) {
    Booked booked = state.journal().get(BookingId.of(fact));
    if (booked != null && booked.moved()) {
      return Disposition.CREDITED;
    }
    if (booked != null && booked.outcome() != null) {
      return Disposition.DECIDED;
    }
    if (isErased()) {
      return Disposition.ERASED;
    }
    return FactIntake.isWaiting(fact, rules.book())
        ? Disposition.WAITING
        : Disposition.EARNS_NOTHING;
  }

  /** Whether nothing is known any more of an employee of whom there were facts. */
  public boolean isErased() {
    return state.ledger().facts() == 0;
  }

  /** Folds facts of one instant onto what is there. */
  private void foldOn(List<LedgerFact> facts, AccountHead head) {
    FoldRun run = new FoldRun(rules, head, state);
    List<LedgerFact> counting = new ArrayList<>(facts.size());
    for (LedgerFact fact : facts) {
      Long voidedAt = state.voids().get(fact.id());
      if (voidedAt == null) {
        counting.add(fact);
      } else {
        run.leaveOut(fact, voidedAt);
      }
    }
    LedgerFact last = facts.get(facts.size() - 1);
    if (counting.isEmpty()) {
      run.fold().advanceTo(last.effectiveAt());
    } else {
      run.fold().apply(counting);
    }
    close(run, last.id());
  }

  /** Books and tells what came of folding on. */
  private void close(FoldRun run, FactId cause) {
    run.results().forEach(result -> bookkeeper.book(result, cause));
    announce(run, cause);
    Account account = run.account();
    lots.tell(account.lots().changed(), version(), account.now());
    notice();
  }

  private List<LedgerFact> sortedFacts() {
    List<LedgerFact> facts = new ArrayList<>();
    for (Map.Entry<FactId, KnownFact> entry : state.facts().entries()) {
      facts.add(entry.getValue().fact());
    }
    facts.sort(LedgerFact.EFFECTIVE_ORDER);
    return facts;
  }

  private void announce(FoldRun run, FactId trigger) {
    state.account(run.account().head());
    new Announcer(employeeId, rules, state, output, version())
        .announce(run.edges(), run.account(), trigger);
  }

  private long version() {
    // Boundaries in time do not count: which of them exist depends on the facts known by then, so a
    // crash could leave a higher count behind. Of equal versions the later one holds.
    return state.ledger().facts() + rules.book().ordinal();
  }

  private static FactId clock(long instant) {
    return new FactId(FactKind.CLOCK, "clock", Instant.ofEpochMilli(instant).toString());
  }
}
