package io.growthline.ledger.rules;

import io.growthline.schemas.events.CommandKind;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.Outcome;
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
  }

  /**
   * Takes a newly arrived fact into account; {@link FactIntake} has stored it.
   *
   * @param changesThePast whether it replaces or voids a fact that was here before
   */
  public void take(LedgerFact fact, boolean changesThePast) {
    AccountHead head = state.account();
    boolean upToDate =
        head != null && !changesThePast && head.rulesOrdinal() == rules.book().ordinal();
    if (upToDate && isNext(fact, head)) {
      foldOn(fact, head);
    } else if (!upToDate || LedgerFold.matters(fact) || fact.effectiveAt() < head.firstAt()) {
      long known = head == null ? Long.MIN_VALUE : head.now();
      foldAgain(fact.id(), Math.max(known, fact.event().occurredAt()));
    } else {
      notice();
    }
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
        && fact.effectiveAt() < head.nextAhead();
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
    Run run = new Run(head);
    run.fold.advanceTo(instant);
    close(run, clock(instant));
  }

  /**
   * Folds everything from the start, with the present rule book, and posts the differences.
   *
   * @param trigger what made it necessary: the cause of corrections
   * @param instant how far time has passed, epoch milliseconds: facts dated later are left for then
   */
  public void foldAgain(FactId trigger, long instant) {
    Map<BookingId, Lot> lotsBefore = lots.snapshot();
    List<LedgerFact> facts = sortedFacts();
    List<FactId> unanswered = unanswered(facts);
    Run run = foldAll(facts, instant);
    for (FactId request : unanswered) {
      run = declineIfOverdrawn(request, run, facts, instant);
    }
    bookkeeper.bookAll(run.results, trigger, instant);
    announce(run, trigger);
    lots.tellDifferences(lotsBefore, version(), run.fold.account().now());
    notice();
  }

  private Run foldAll(List<LedgerFact> facts, long instant) {
    state.stores().clear();
    Run run = new Run(AccountHead.empty(rules.book().ordinal()));
    List<LedgerFact> counting = counting(facts, run);
    int first = 0;
    while (first < counting.size() && counting.get(first).effectiveAt() <= instant) {
      int next = endOfInstant(counting, first);
      run.fold.apply(counting.subList(first, next));
      first = next;
    }
    Account account = run.fold.account();
    if (first < counting.size()) {
      account.ahead(counting.get(first).effectiveAt());
    }
    if (instant >= account.now()) {
      run.fold.advanceTo(instant);
      account.moveTo(instant);
    }
    return run;
  }

  /** Requests for rewards that have no answer yet. */
  private List<FactId> unanswered(List<LedgerFact> facts) {
    List<FactId> requests = new ArrayList<>();
    for (LedgerFact fact : facts) {
      boolean asks = fact.command() != null && fact.command().kind() == CommandKind.REDEEM;
      if (asks && state.outcomes().get(fact.id()) == null) {
        requests.add(fact.id());
      }
    }
    return requests;
  }

  /**
   * A request that comes late may be granted by what there was at its time, although later
   * requests, granted already, have spent it. Spending never overdraws: then it is declined after
   * all.
   */
  private Run declineIfOverdrawn(
      FactId request, Run granted, List<LedgerFact> facts, long instant) {
    RecordedOutcome outcome = state.outcomes().get(request);
    long lacking = lackingForRewards();
    if (outcome == null || outcome.outcome() != Outcome.APPROVED || lacking == 0) {
      return granted;
    }
    state.outcomes().put(request, outcome.declined("spent by later requests"));
    Run declined = foldAll(facts, instant);
    if (lackingForRewards() < lacking) {
      return declined;
    }
    state.outcomes().put(request, outcome);
    return foldAll(facts, instant);
  }

  /** What granted requests cost beyond what there was to spend, in hundredths of a credit. */
  private long lackingForRewards() {
    long lacking = 0;
    for (Map.Entry<FactId, Redemption> entry : state.stores().redemptions().entries()) {
      Payment payment = entry.getValue().payment();
      lacking += payment.owed() + payment.forgiven();
    }
    return lacking;
  }

  /** Takes note of an answer that was given before. */
  public void answered(Decision decision) {
    RecordedOutcome answer = RecordedOutcome.of(decision);
    if (answer != null) {
      FactId request = new FactId(FactKind.COMMAND, decision.source(), decision.eventId());
      state.outcomes().put(request, answer.orEarlier(state.outcomes().get(request)));
    }
  }

  /** Tells the employee's history of employment. */
  public void tellEmployments() {
    List<HrEvent> events = new ArrayList<>();
    for (LedgerFact fact : sortedFacts()) {
      if (fact.hr() != null && fact.voids() == null && state.voids().get(fact.id()) == null) {
        events.add(fact.hr());
      }
    }
    Employments.of(employeeId, events, rules.calendar(), version()).forEach(output::employment);
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
    return FactIntake.isWaiting(fact, rules.book())
        ? Disposition.WAITING
        : Disposition.EARNS_NOTHING;
  }

  private void foldOn(LedgerFact fact, AccountHead head) {
    Run run = new Run(head);
    Long voidedAt = state.voids().get(fact.id());
    if (voidedAt != null) {
      run.fold.advanceTo(fact.effectiveAt());
      tellVoided(fact, voidedAt, run);
    } else {
      run.fold.apply(List.of(fact));
    }
    close(run, fact.id());
  }

  /** Books and tells what came of folding on. */
  private void close(Run run, FactId cause) {
    run.results.forEach(result -> bookkeeper.book(result, cause));
    announce(run, cause);
    Account account = run.fold.account();
    lots.tell(account.lots().changed(), version(), account.now());
    notice();
  }

  /** Facts that count, in effective order; of void ones that could have earned it tells. */
  private List<LedgerFact> counting(List<LedgerFact> facts, Run run) {
    List<LedgerFact> counting = new ArrayList<>(facts.size());
    for (LedgerFact fact : facts) {
      Long voidedAt = state.voids().get(fact.id());
      if (voidedAt != null) {
        tellVoided(fact, voidedAt, run);
      } else if (!FactIntake.isWaiting(fact, rules.book())) {
        counting.add(fact);
      }
    }
    return counting;
  }

  private List<LedgerFact> sortedFacts() {
    List<LedgerFact> facts = new ArrayList<>();
    for (Map.Entry<FactId, KnownFact> entry : state.facts().entries()) {
      facts.add(entry.getValue().fact());
    }
    facts.sort(LedgerFact.EFFECTIVE_ORDER);
    return facts;
  }

  private void tellVoided(LedgerFact fact, long voidedAt, Run run) {
    if (couldEarn(fact) && !FactIntake.isWaiting(fact, rules.book())) {
      run.results.add(Result.voided(fact, voidedAt));
    }
  }

  private static int endOfInstant(List<LedgerFact> facts, int first) {
    int next = first + 1;
    while (next < facts.size() && facts.get(next).effectiveAt() == facts.get(first).effectiveAt()) {
      next++;
    }
    return next;
  }

  private void announce(Run run, FactId trigger) {
    state.account(run.fold.account().head());
    new Announcer(employeeId, rules, state, output, version())
        .announce(run.edges, run.fold.account(), trigger);
  }

  private long version() {
    // Boundaries in time do not count: which of them exist depends on the facts known by then, so a
    // crash could leave a higher count behind. Of equal versions the later one holds.
    return state.ledger().facts() + rules.book().ordinal();
  }

  private static FactId clock(long instant) {
    return new FactId(FactKind.CLOCK, "clock", Instant.ofEpochMilli(instant).toString());
  }

  private static boolean couldEarn(LedgerFact fact) {
    return fact.learning() != null
        && (fact.learning().verb() == LearningVerb.COMPLETED
            || fact.learning().verb() == LearningVerb.APPROVED);
  }

  /** One run of the fold, and what it said. */
  private final class Run {
    private final List<Result> results = new ArrayList<>();
    private final List<GoalEdge> edges = new ArrayList<>();
    private final LedgerFold fold;

    Run(AccountHead from) {
      LedgerFold.Listener listener = new LedgerFold.Listener(results::add, edges::add);
      fold = new LedgerFold(rules, from, state.stores(), state.outcomes(), listener);
    }
  }
}
