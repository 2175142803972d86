package io.growthline.cases;

import io.growthline.facts.Latest;
import io.growthline.schemas.ledger.Balance;
import io.growthline.schemas.ledger.CreditLot;
import io.growthline.schemas.ledger.Decision;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.ledger.Milestone;
import io.growthline.schemas.ledger.Posting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the ledger said, up to the end of a case's clock. Of balances, lots and progress the highest
 * version counts; a milestone told again, as a notice may be, is one milestone; a posting or a
 * decision told again is a fault and stays twice.
 */
public final class Observed {

  private final long until;
  private final List<Posting> postings = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private final Map<String, Milestone> milestones = new TreeMap<>();
  private final Map<String, CreditLot> lots = new TreeMap<>();
  private final Map<String, Balance> balances = new TreeMap<>();
  private final Map<String, EmployeeProgress> progress = new TreeMap<>();

  /**
   * @param until epoch milliseconds; what a live ledger, which goes on with time, says of later
   *     instants is not looked at
   */
  public Observed(long until) {
    this.until = until;
  }

  public void add(Posting posting) {
    postings.add(posting);
  }

  public void add(Decision decision) {
    decisions.add(decision);
  }

  public void add(Milestone milestone) {
    if (milestone.at() <= until) {
      milestones.put(milestone.milestoneId(), milestone);
    }
  }

  public void add(CreditLot lot) {
    CreditLot known = lots.get(lot.lotId());
    if (lot.asOf() <= until && (known == null || lot.version() >= known.version())) {
      lots.put(lot.lotId(), lot);
    }
  }

  public void add(Balance balance) {
    Balance known = balances.get(balance.employeeId());
    if (balance.asOf() <= until && (known == null || balance.version() >= known.version())) {
      balances.put(balance.employeeId(), balance);
    }
  }

  public void add(EmployeeProgress employee) {
    EmployeeProgress known = progress.get(employee.employeeId());
    if (employee.asOf() <= until && (known == null || employee.version() >= known.version())) {
      progress.put(employee.employeeId(), employee);
    }
  }

  /** Takes a lot, or that there is none any more. */
  public void addLot(Latest<CreditLot> lot) {
    if (lot.value() == null) {
      lots.remove(lot.key());
    } else {
      add(lot.value());
    }
  }

  /** Takes a balance, or that there is none any more. */
  public void addBalance(Latest<Balance> balance) {
    if (balance.value() == null) {
      balances.remove(balance.key());
    } else {
      add(balance.value());
    }
  }

  /** Takes progress, or that there is none any more. */
  public void addProgress(Latest<EmployeeProgress> employee) {
    if (employee.value() == null) {
      progress.remove(employee.key());
    } else {
      add(employee.value());
    }
  }

  /** Everything that was said of these employees. */
  List<Fact> about(Set<String> employees) {
    List<Fact> facts = new ArrayList<>();
    balances.values().stream()
        .filter(balance -> employees.contains(balance.employeeId()))
        .forEach(
            balance -> {
              facts.add(LedgerFacts.of(balance));
              facts.add(LedgerFacts.of(balance.employeeId(), openLots(balance.employeeId())));
            });
    postings.stream()
        .filter(posting -> employees.contains(posting.employeeId()))
        .forEach(posting -> facts.add(LedgerFacts.of(posting)));
    decisions.stream()
        .filter(decision -> employees.contains(decision.employeeId()))
        .forEach(decision -> facts.add(LedgerFacts.of(decision)));
    milestones.values().stream()
        .filter(milestone -> employees.contains(milestone.employeeId()))
        .forEach(milestone -> facts.add(LedgerFacts.of(milestone)));
    progress.values().stream()
        .filter(employee -> employees.contains(employee.employeeId()))
        .forEach(employee -> facts.addAll(LedgerFacts.of(employee)));
    return facts;
  }

  /** In the order in which they are spent. */
  private List<CreditLot> openLots(String employeeId) {
    return lots.values().stream()
        .filter(lot -> lot.employeeId().equals(employeeId) && lot.creditsLeft() > 0)
        .sorted(
            Comparator.comparing(
                    CreditLot::expiresAt, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(CreditLot::earnedAt))
        .toList();
  }
}
