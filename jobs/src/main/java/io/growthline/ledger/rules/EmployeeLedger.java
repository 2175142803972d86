package io.growthline.ledger.rules;

import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.EmployeeProgress;
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
      notice(head);
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
    Telling telling = new Telling();
    LedgerFold fold = new LedgerFold(rules, head, state.standings(), telling.listener());
    fold.advanceTo(instant);
    announce(fold, telling, clock(instant));
    notice();
  }

  /**
   * Folds everything from the start, with the present rule book, and posts the differences.
   *
   * @param trigger what made it necessary: the cause of corrections
   * @param instant how far time has passed, epoch milliseconds: facts dated later are left for then
   */
  public void foldAgain(FactId trigger, long instant) {
    Telling telling = new Telling();
    state.standings().clear();
    AccountHead empty = AccountHead.empty(rules.book().ordinal());
    LedgerFold fold = new LedgerFold(rules, empty, state.standings(), telling.listener());
    List<LedgerFact> facts = foldableFacts(telling);
    int first = 0;
    while (first < facts.size() && facts.get(first).effectiveAt() <= instant) {
      int next = endOfInstant(facts, first);
      fold.apply(facts.subList(first, next));
      first = next;
    }
    if (first < facts.size()) {
      fold.account().ahead(facts.get(first).effectiveAt());
    }
    if (instant >= fold.account().now()) {
      fold.advanceTo(instant);
      fold.account().moveTo(instant);
    }
    bookkeeper.bookAll(telling.results, trigger, instant);
    announce(fold, telling, trigger);
    notice();
  }

  /** What became of a stored fact so far. */
  public Disposition disposition(LedgerFact fact) {
    Booked booked = state.journal().get(fact.id());
    if (booked != null && booked.amount() != 0) {
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
    Telling telling = new Telling();
    LedgerFold fold = new LedgerFold(rules, head, state.standings(), telling.listener());
    Long voidedAt = state.voids().get(fact.id());
    if (voidedAt != null) {
      fold.advanceTo(fact.effectiveAt());
      tellVoided(fact, voidedAt, telling);
    } else {
      fold.apply(List.of(fact));
    }
    telling.results.forEach(result -> bookkeeper.book(result, fact.id()));
    announce(fold, telling, fact.id());
    notice();
  }

  /** Facts that count, in effective order; of void ones that could have earned it tells. */
  private List<LedgerFact> foldableFacts(Telling telling) {
    List<LedgerFact> facts = sortedFacts();
    facts.removeIf(
        fact -> {
          Long voidedAt = state.voids().get(fact.id());
          tellVoided(fact, voidedAt, telling);
          return voidedAt != null || FactIntake.isWaiting(fact, rules.book());
        });
    return facts;
  }

  private List<LedgerFact> sortedFacts() {
    List<LedgerFact> facts = new ArrayList<>();
    for (Map.Entry<FactId, KnownFact> entry : state.facts().entries()) {
      facts.add(entry.getValue().fact());
    }
    facts.sort(LedgerFact.EFFECTIVE_ORDER);
    return facts;
  }

  private void tellVoided(LedgerFact fact, Long voidedAt, Telling telling) {
    boolean known = !FactIntake.isWaiting(fact, rules.book());
    if (voidedAt != null && known && couldEarn(fact)) {
      telling.results.add(Result.voided(fact, voidedAt));
    }
  }

  private static int endOfInstant(List<LedgerFact> facts, int first) {
    int next = first + 1;
    while (next < facts.size() && facts.get(next).effectiveAt() == facts.get(first).effectiveAt()) {
      next++;
    }
    return next;
  }

  private void announce(LedgerFold fold, Telling telling, FactId trigger) {
    state.account(fold.account().head());
    new Announcer(employeeId, rules, state, output, version())
        .announce(telling.edges, fold.account(), trigger);
  }

  private void notice(AccountHead head) {
    LedgerHead ledger = state.ledger();
    Account account = new Account(rules, head, state.standings());
    String noticeId = employeeId + "@" + version();
    output.balance(
        new Balance(
            employeeId,
            ledger.earned(),
            ledger.available(),
            account.earned(Category.REQUIRED),
            account.earned(Category.ELECTIVE),
            account.earned(Category.PRACTICE),
            account.earnedInPeriod(null),
            0,
            0,
            0,
            version(),
            head.now(),
            noticeId,
            ledger.sequence(),
            ledger.hash()));
    output.progress(
        new EmployeeProgress(
            employeeId,
            version(),
            head.now(),
            noticeId,
            new ProgressReport(rules, account).goals()));
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

  /** What one run of the fold said. */
  private static final class Telling {
    private final List<Result> results = new ArrayList<>();
    private final List<GoalEdge> edges = new ArrayList<>();

    LedgerFold.Listener listener() {
      return new LedgerFold.Listener(results::add, edges::add);
    }
  }
}
