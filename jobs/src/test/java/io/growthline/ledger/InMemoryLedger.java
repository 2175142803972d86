package io.growthline.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.growthline.facts.CreditStanding;
import io.growthline.ledger.rules.CompiledRules;
import io.growthline.ledger.rules.EmployeeLedger;
import io.growthline.ledger.rules.FactId;
import io.growthline.ledger.rules.FactIntake;
import io.growthline.ledger.rules.FactIntake.Arrival;
import io.growthline.ledger.rules.FactKind;
import io.growthline.ledger.rules.LedgerFact;
import io.growthline.ledger.rules.LedgerOutput;
import io.growthline.ledger.rules.LedgerState;
import io.growthline.ledger.rules.RecordedOutcome;
import io.growthline.ledger.rules.Result;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.RuleBookFile;
import io.growthline.rulebook.RuleBooks;
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
public final class InMemoryLedger implements LedgerOutput {

  private final String employeeId;
  private final InMemoryState state = new InMemoryState();
  private CompiledRules rules;
  private EmployeeLedger ledger;
  private FactIntake intake;

  private final Map<FactId, RecordedOutcome> answers = new LinkedHashMap<>();
  private final List<Posting> postings = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private final List<Milestone> milestones = new ArrayList<>();
  private final Map<String, CreditLot> lots = new LinkedHashMap<>();
  private Balance balance;
  private EmployeeProgress progress;
  private CreditStanding standing;
  private int duplicates;

  public InMemoryLedger(String employeeId, RuleBook book) {
    this.employeeId = employeeId;
    begin(book);
  }

  /** The ledger of one employee, {@code li-na}, by a rule book's YAML. */
  static InMemoryLedger of(String yaml) {
    return new InMemoryLedger(
        "li-na",
        RuleBooks.from(RuleBookFile.read("rulebook.yaml", yaml.getBytes(UTF_8)).revision(1, 0)));
  }

  private void begin(RuleBook book) {
    rules = new CompiledRules(book);
    ToLongFunction<Result> recordedAt = Result::causedAt;
    ledger = new EmployeeLedger(employeeId, rules, state, this, recordedAt);
    intake = new FactIntake(state, this::decision, fact -> fact.event().occurredAt());
  }

  /** Ends and goes on from a savepoint; what was told stays told. */
  public void restart() {
    state.restart();
    begin(rules.book());
  }

  /** Goes on with a new revision; until {@link #sweep} only with what comes anew. */
  public void publish(RuleBook revision) {
    begin(revision);
  }

  /** Brings everything up to the present revision, as the live job does in its own time. */
  public void sweep() {
    ledger.adoptRules(!intake.release(rules.book()).isEmpty());
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

  /** What the ledger said last to who builds on it. */
  public CreditStanding standing() {
    return standing;
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
    state.outcomes().entries().forEach(entry -> answers.put(entry.getKey(), entry.getValue()));
    return answers;
  }

  /** Forgets what is older than the scheme's history, as the live job does after each fact. */
  public void boundHistory() {
    answers();
    ledger.boundHistory();
  }

  /** Tells of an answer given elsewhere. */
  public void answered(FactId request, RecordedOutcome answer) {
    state.outcomes().put(request, answer);
  }

  public Balance balance() {
    return balance;
  }

  public EmployeeProgress progress() {
    return progress;
  }

  /** All that is remembered. */
  LedgerState state() {
    return state;
  }

  /** Whether something became the opening balance. */
  public boolean hasForgotten() {
    return state.opening() != null;
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
  public void standing(CreditStanding told) {
    standing = told;
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
