package io.growthline.local.audit;

import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.tables.TableCatalogue;
import java.util.List;

/** Compares what one employee's postings add up to with the balance and the open lots. */
final class BalanceCheck {

  private static final String BALANCES = TableCatalogue.CREDIT_BALANCES.name();
  private static final String LOTS = TableCatalogue.CREDIT_LOTS.name();

  private final String employeeId;
  private final BalanceRow balance;

  private BalanceCheck(String employeeId, BalanceRow balance) {
    this.employeeId = employeeId;
    this.balance = balance;
  }

  /**
   * Looks at everything about an employee but the chain of postings.
   *
   * @param balances the newest one, or several that are equally new; none if it is missing
   * @throws BadRowException at the first row that is wrong
   */
  static void of(
      String employeeId, List<PostingRow> postings, List<BalanceRow> balances, List<LotRow> lots)
      throws BadRowException {
    if (balances.isEmpty()) {
      throw new BadRowException(
          new Finding(BALANCES, employeeId, null, null, "there is no balance"));
    }
    Posting last = postings.isEmpty() ? null : postings.get(postings.size() - 1).posting();
    BalanceCheck check = new BalanceCheck(employeeId, theOneOf(last, balances));
    LedgerSums sums = LedgerSums.of(postings);
    check.head(last);
    check.sums(sums);
    check.lots(lots, sums);
  }

  private static BalanceRow theOneOf(Posting last, List<BalanceRow> balances) {
    return balances.stream()
        .filter(balance -> last != null && balance.ledgerHash().equals(last.hash()))
        .findFirst()
        .orElse(balances.get(0));
  }

  private void head(Posting last) throws BadRowException {
    long sequence = last == null ? 0 : last.sequence();
    if (balance.ledgerSequence() != sequence) {
      throw wrongBalance(
          "ledger_sequence is %d, the ledger ends at %d: it was cut, or continued by others"
              .formatted(balance.ledgerSequence(), sequence));
    }
    String hash = last == null ? "" : last.hash();
    if (!balance.ledgerHash().equals(hash)) {
      throw wrongBalance(
          "ledger_hash is %s, the last posting has %s: the whole chain was made anew"
              .formatted(balance.ledgerHash(), hash));
    }
  }

  private void sums(LedgerSums sums) throws BadRowException {
    for (var column : balance.credits().entrySet()) {
      Long expected = sums.expected().get(column.getKey());
      if (expected != null && !expected.equals(column.getValue())) {
        throw wrongBalance(
            "%s: expected %s by the postings, found %s"
                .formatted(
                    column.getKey(), Column.plain(expected), Column.plain(column.getValue())));
      }
    }
    if (!sums.allowsRedeemed(balance.credits("redeemed"))) {
      throw wrongBalance(
          "redeemed: expected %s by the postings, found %s"
              .formatted(Column.plain(sums.redeemed()), Column.plain(balance.credits("redeemed"))));
    }
  }

  private void lots(List<LotRow> lots, LedgerSums sums) throws BadRowException {
    long left = 0;
    for (LotRow lot : lots) {
      left += lot.left();
      if (lot.left() < 0) {
        throw wrongLot(lot, "credits_left is " + Column.plain(lot.left()));
      }
      if (lot.left() > 0 && !sums.hasPosting(lot.lotId())) {
        throw wrongLot(lot, "no posting of this employee opened it");
      }
    }
    long debt = balance.credits("debt");
    long available = balance.credits("available");
    if (debt < 0 || left - debt != available) {
      throw new BadRowException(
          new Finding(
              LOTS,
              employeeId,
              null,
              null,
              "open lots hold %s, debt is %s, but %s is available"
                  .formatted(Column.plain(left), Column.plain(debt), Column.plain(available))));
    }
  }

  private BadRowException wrongBalance(String what) {
    return new BadRowException(new Finding(BALANCES, employeeId, null, balance.file(), what));
  }

  private BadRowException wrongLot(LotRow lot, String what) {
    return new BadRowException(
        new Finding(LOTS, employeeId, null, lot.file(), "lot " + lot.lotId() + ": " + what));
  }
}
