package io.growthline.local.audit;

import io.growthline.schemas.ledger.LedgerHash;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.tables.TableCatalogue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Follows one employee's postings: each has to be the one that the one before announces. */
final class ChainCheck {

  private static final String TABLE = TableCatalogue.LEDGER_ENTRIES.name();

  private final Set<String> entryIds = new HashSet<>();
  private long sequence;
  private long earned;
  private long available;
  private String hash = "";

  private ChainCheck() {}

  /**
   * Looks at all postings of an employee.
   *
   * @param rows ordered by sequence
   * @throws BadRowException at the first that is wrong
   */
  static void of(List<PostingRow> rows) throws BadRowException {
    ChainCheck check = new ChainCheck();
    for (PostingRow row : rows) {
      List<String> wrong = check.wrongWith(row.posting());
      if (!wrong.isEmpty()) {
        Posting posting = row.posting();
        throw new BadRowException(
            new Finding(
                TABLE,
                posting.employeeId(),
                posting.sequence(),
                row.file(),
                String.join("; ", wrong)));
      }
    }
  }

  private List<String> wrongWith(Posting posting) {
    long due = sequence + 1;
    if (posting.sequence() != due) {
      return List.of(
          posting.sequence() < due
              ? "comes twice"
              : "follows %d: what lies between is missing".formatted(sequence));
    }
    earned += posting.earnedChange();
    available += posting.availableChange();
    List<String> wrong = new ArrayList<>();
    expect("earned_after", Column.plain(earned), Column.plain(posting.earnedAfter()), wrong);
    expect(
        "available_after", Column.plain(available), Column.plain(posting.availableAfter()), wrong);
    expect("previous_hash", hash, posting.previousHash(), wrong);
    expect("hash", LedgerHash.of(posting), posting.hash(), wrong);
    checkOriginal(posting, wrong);
    if (!entryIds.add(posting.entryId())) {
      wrong.add("entry_id " + posting.entryId() + " comes twice");
    }
    sequence = due;
    hash = posting.hash();
    return wrong;
  }

  private void checkOriginal(Posting posting, List<String> wrong) {
    if (posting.corrects() != null) {
      if (!entryIds.contains(posting.corrects())) {
        wrong.add(
            "corrects is %s, no earlier posting of this employee".formatted(posting.corrects()));
      }
      return;
    }
    boolean needsOne =
        switch (posting.kind()) {
          case REVERSE, CORRECT, CANCEL -> true;
          case UNKNOWN, EARN, REDEEM, EXPIRE, ADJUST, CARRY_OVER -> false;
        };
    if (needsOne) {
      wrong.add("corrects is missing: a " + posting.kind() + " names what it corrects");
    }
  }

  private static void expect(String column, String expected, String found, List<String> wrong) {
    if (!Objects.equals(expected, found)) {
      wrong.add("%s: expected %s, found %s".formatted(column, shown(expected), shown(found)));
    }
  }

  private static String shown(String text) {
    return text.isEmpty() ? "nothing" : text;
  }
}
