package io.growthline.ledger;

import io.growthline.ledger.rules.AccountHead;
import io.growthline.ledger.rules.AccountStores;
import io.growthline.ledger.rules.Announced;
import io.growthline.ledger.rules.Booked;
import io.growthline.ledger.rules.BookingId;
import io.growthline.ledger.rules.CompiledRules;
import io.growthline.ledger.rules.EmployeeLedger;
import io.growthline.ledger.rules.FactId;
import io.growthline.ledger.rules.FactIntake;
import io.growthline.ledger.rules.FactIntake.Arrival;
import io.growthline.ledger.rules.FactKind;
import io.growthline.ledger.rules.KeyedStore;
import io.growthline.ledger.rules.KnownFact;
import io.growthline.ledger.rules.LedgerFact;
import io.growthline.ledger.rules.LedgerHead;
import io.growthline.ledger.rules.LedgerOutput;
import io.growthline.ledger.rules.LedgerState;
import io.growthline.ledger.rules.Opening;
import io.growthline.ledger.rules.RecordedOutcome;
import io.growthline.ledger.rules.Result;
import io.growthline.ledger.rules.WaitingId;
import io.growthline.rulebook.RuleBook;
import io.growthline.schemas.avro.ContentHash;
import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.ledger.CreditLot;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.Direction;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.ledger.Milestone;
import io.growthline.schemas.ledger.Posting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** One employee's ledger without Flink, for properties over many histories. */
public final class InMemoryLedger implements LedgerState, LedgerOutput {

  private final CompiledRules rules;
  private final EmployeeLedger ledger;
  private final FactIntake intake;

  private final KeyedStore<FactId, KnownFact> facts = KeyedStore.inMemory();
  private final KeyedStore<FactId, Long> voids = KeyedStore.inMemory();
  private final KeyedStore<WaitingId, LedgerFact> waiting = KeyedStore.inMemory();
  private final AccountStores stores =
      new AccountStores(KeyedStore.inMemory(), KeyedStore.inMemory(), KeyedStore.inMemory());
  private final KeyedStore<FactId, RecordedOutcome> outcomes = KeyedStore.inMemory();
  private final Map<FactId, RecordedOutcome> answers = new LinkedHashMap<>();
  private final KeyedStore<BookingId, Booked> journal = KeyedStore.inMemory();
  private final KeyedStore<String, Announced> announced = KeyedStore.inMemory();
  private AccountHead account;
  private Opening opening;
  private LedgerHead head = LedgerHead.EMPTY;

  private final List<Posting> postings = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private final List<Milestone> milestones = new ArrayList<>();
  private final Map<String, CreditLot> lots = new LinkedHashMap<>();
  private Balance balance;
  private EmployeeProgress progress;
  private int duplicates;

  public InMemoryLedger(String employeeId, RuleBook book) {
    this.rules = new CompiledRules(book);
    ToLongFunction<Result> recordedAt = Result::causedAt;
    this.ledger = new EmployeeLedger(employeeId, rules, this, this, recordedAt);
    this.intake = new FactIntake(this, this::decision, fact -> fact.event().occurredAt());
  }

  /** Takes a fact as the live job does. */
  public Arrival arrive(LedgerFact fact) {
    Arrival arrival = store(fact);
    if (arrival == Arrival.NEW || arrival == Arrival.CHANGES_THE_PAST) {
      ledger.take(fact, arrival == Arrival.CHANGES_THE_PAST);
    } else if (arrival == Arrival.OUTBID) {
      ledger.notice();
    }
    return arrival;
  }

  /** Stores a fact as a replay does. */
  public Arrival store(LedgerFact fact) {
    Arrival arrival = intake.store(fact, ContentHash.of((Record) fact.event()), rules.book());
    if (arrival == Arrival.DUPLICATE) {
      duplicates++;
    }
    return arrival;
  }

  /** Folds what was stored, as a replay does at its end. */
  public void settle(long until) {
    ledger.foldAgain(new FactId(FactKind.CLOCK, "clock", "end"), until);
  }

  public void advanceTo(long instant) {
    ledger.advanceTo(instant);
  }

  public List<Posting> postings() {
    return postings;
  }

  public List<Decision> decisions() {
    return decisions;
  }

  public List<Milestone> milestones() {
    return milestones;
  }

  /** Open lots, as a reader of the latest rows sees them. */
  public List<CreditLot> openLots() {
    return lots.values().stream().filter(lot -> lot.creditsLeft() > 0).toList();
  }

  /** Every lot that was ever told, as it was told last. */
  public Collection<CreditLot> lotsTold() {
    return lots.values();
  }

  /** Answers given to requests for rewards, also to those long forgotten. */
  public Map<FactId, RecordedOutcome> answers() {
    outcomes.entries().forEach(entry -> answers.put(entry.getKey(), entry.getValue()));
    return answers;
  }

  /** Forgets what is older than the scheme's history, as the live job does after each fact. */
  public void boundHistory() {
    answers();
    ledger.boundHistory();
  }

  /** Tells of an answer given elsewhere. */
  public void answered(FactId request, RecordedOutcome answer) {
    outcomes.put(request, answer);
  }

  public Balance balance() {
    return balance;
  }

  public EmployeeProgress progress() {
    return progress;
  }

  /** Number of facts that are kept one by one. */
  public int factsKept() {
    int kept = 0;
    for (Map.Entry<FactId, KnownFact> ignored : facts.entries()) {
      kept++;
    }
    return kept;
  }

  public int duplicates() {
    return duplicates;
  }

  /** Goals that the milestones, read in order, leave as held. */
  public Map<String, Boolean> heldByMilestones() {
    Map<String, Boolean> held = new TreeMap<>();
    for (Milestone milestone : milestones) {
      held.put(milestone.goalId(), milestone.direction() == Direction.REACHED);
    }
    return held;
  }

  @Override
  public KeyedStore<FactId, KnownFact> facts() {
    return facts;
  }

  @Override
  public KeyedStore<FactId, Long> voids() {
    return voids;
  }

  @Override
  public KeyedStore<WaitingId, LedgerFact> waiting() {
    return waiting;
  }

  @Override
  public AccountHead account() {
    return account;
  }

  @Override
  public void account(AccountHead changed) {
    account = changed;
  }

  @Override
  public Opening opening() {
    return opening;
  }

  @Override
  public void opening(Opening changed) {
    opening = changed;
  }

  @Override
  public AccountStores stores() {
    return stores;
  }

  @Override
  public KeyedStore<FactId, RecordedOutcome> outcomes() {
    return outcomes;
  }

  @Override
  public KeyedStore<BookingId, Booked> journal() {
    return journal;
  }

  @Override
  public KeyedStore<String, Announced> announced() {
    return announced;
  }

  @Override
  public LedgerHead ledger() {
    return head == null ? LedgerHead.EMPTY : head;
  }

  @Override
  public void ledger(LedgerHead changed) {
    head = changed;
  }

  @Override
  public void posting(Posting posting) {
    postings.add(posting);
  }

  @Override
  public void decision(Decision decision) {
    decisions.add(decision);
  }

  @Override
  public void milestone(Milestone milestone) {
    milestones.add(milestone);
  }

  @Override
  public void lot(CreditLot lot) {
    lots.put(lot.lotId(), lot);
  }

  @Override
  public void lotErased(String lotId) {
    lots.remove(lotId);
  }

  @Override
  public void employeeErased(String employeeId) {
    balance = null;
    progress = null;
  }

  @Override
  public void balance(Balance changed) {
    balance = changed;
  }

  @Override
  public void accepted(LedgerFact fact) {
    throw new IllegalStateException("only the operator tells of accepted facts");
  }

  @Override
  public void progress(EmployeeProgress changed) {
    progress = changed;
  }
}
