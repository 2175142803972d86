package io.growthline.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.local.CommandRun;
import io.growthline.local.commands.Folders;
import io.growthline.oracle.ManyEmployees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is changed in the tables of a replay is noticed, and the first bad row is named. */
class VerifyIT {

  private static final String SOMEONE_WITH_FIVE_POSTINGS =
      "SELECT employee_id FROM rows GROUP BY 1 HAVING count(*) >= 5 ORDER BY 1";

  @TempDir static Path folder;
  private static Path replayed;
  private static String someone;

  @TempDir Path copy;

  @BeforeAll
  static void replay() throws Exception {
    ManyEmployees.make(150, 20260302).writeTo(folder.resolve("in"));
    replayed = folder.resolve("out");
    CommandRun run =
        CommandRun.of(
            "replay",
            "--input",
            folder.resolve("in").toString(),
            "--output",
            replayed.toString(),
            "--until",
            Instant.ofEpochMilli(ManyEmployees.UNTIL).toString());
    assertThat(run.err()).isEmpty();
    try (DamagedTable ledger = new DamagedTable(replayed, "ledger_entries")) {
      someone = ledger.ask(SOMEONE_WITH_FIVE_POSTINGS);
    }
  }

  @BeforeEach
  void copyTables() throws IOException {
    for (String table : List.of("ledger_entries", "credit_balances", "credit_lots")) {
      copyTable(table);
    }
  }

  private void copyTable(String table) throws IOException {
    Folders.delete(copy.resolve(table));
    try (Stream<Path> paths = Files.walk(replayed.resolve(table))) {
      for (Path path : paths.toList()) {
        Files.copy(path, copy.resolve(replayed.relativize(path).toString()));
      }
    }
  }

  @Test
  void whatTheLedgerWrotePasses() {
    CommandRun run = verify();
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .singleElement()
        .asString()
        .matches("\\d+ employees, \\d+ postings, \\d+ open lots: nothing is wrong");
  }

  @Test
  void aChangedAmountIsNamed() throws Exception {
    change("ledger_entries", "UPDATE rows SET earned_change = earned_change + 1 WHERE " + at(3));
    assertThat(finding())
        .startsWith("ledger_entries: employee " + someone + ", sequence 3: ")
        .contains("earned_after: expected ", "hash: expected ", "part-0.parquet");
  }

  @Test
  void anyOtherChangedColumnIsNamed() throws Exception {
    for (String column :
        List.of(
            "reason = 'because'",
            "cause_event_id = 'other'",
            "recorded_at = recorded_at + INTERVAL 1 MILLISECOND",
            "effective_at = effective_at + INTERVAL 1 MICROSECOND",
            "event_date = event_date + 1",
            "kind = 'NO_SUCH_KIND'")) {
      change("ledger_entries", "UPDATE rows SET " + column + " WHERE " + at(2));
      assertThat(finding()).as(column).startsWith("ledger_entries: employee " + someone);
      copyTable("ledger_entries");
    }
  }

  @Test
  void aMissingRowIsNamed() throws Exception {
    change("ledger_entries", "DELETE FROM rows WHERE " + at(3));
    assertThat(finding())
        .contains("employee " + someone + ", sequence 4: follows 2: what lies between is missing");
  }

  @Test
  void aMissingEndIsNamed() throws Exception {
    change(
        "ledger_entries",
        "DELETE FROM rows WHERE employee_id = '%s' AND sequence > 3".formatted(someone));
    assertThat(finding())
        .startsWith("credit_balances: employee " + someone)
        .contains("the ledger ends at 3");
  }

  @Test
  void aChainMadeAnewIsNamed() throws Exception {
    try (DamagedTable ledger = new DamagedTable(copy, "ledger_entries")) {
      assertThat(ledger.change("UPDATE rows SET cause_event_id = 'mine' WHERE " + at(2))).isOne();
      ledger.rehash(someone);
    }
    assertThat(finding())
        .startsWith("credit_balances: employee " + someone)
        .contains("the whole chain was made anew");
  }

  @Test
  void aRowThatComesTwiceIsNamed() throws Exception {
    change("ledger_entries", "INSERT INTO rows SELECT * FROM rows WHERE " + at(2));
    assertThat(finding()).contains("employee " + someone + ", sequence 2: comes twice");
  }

  @Test
  void aCorrectionOfNothingIsNamed() throws Exception {
    String corrected;
    try (DamagedTable ledger = new DamagedTable(copy, "ledger_entries")) {
      corrected =
          ledger.ask("SELECT employee_id FROM rows WHERE corrects IS NOT NULL ORDER BY 1 LIMIT 1");
      String where = " WHERE corrects IS NOT NULL AND employee_id = '" + corrected + "'";
      assertThat(ledger.change("UPDATE rows SET corrects = 'nowhere'" + where)).isPositive();
      ledger.rehash(corrected);
    }
    assertThat(finding())
        .startsWith("ledger_entries: employee " + corrected)
        .contains("corrects is nowhere, no earlier posting of this employee");
  }

  @Test
  void everyChangedAmountOfABalanceIsNamed() throws Exception {
    for (String column :
        List.of(
            "earned",
            "available",
            "required",
            "elective",
            "practice",
            "redeemed",
            "expired",
            "lapsed",
            "debt")) {
      change(
          "credit_balances",
          "UPDATE rows SET %1$s = %1$s + 0.01 WHERE employee_id = '%2$s'"
              .formatted(column, someone));
      assertThat(finding())
          .as(column)
          .startsWith((column.equals("debt") ? "credit_lots" : "credit_balances") + ": employee ")
          .contains(someone, column);
      copyTable("credit_balances");
    }
  }

  @Test
  void aMissingBalanceIsNamed() throws Exception {
    change("credit_balances", "DELETE FROM rows WHERE employee_id = '%s'".formatted(someone));
    assertThat(finding())
        .isEqualTo("credit_balances: employee " + someone + ": there is no balance");
  }

  @Test
  void aChangedLotIsNamed() throws Exception {
    String owner;
    try (DamagedTable lots = new DamagedTable(copy, "credit_lots")) {
      owner = lots.ask("SELECT min(employee_id) FROM rows");
      lots.change(
          "UPDATE rows SET credits_left = credits_left + 1 WHERE employee_id = '" + owner + "'");
    }
    assertThat(finding()).startsWith("credit_lots: employee " + owner + ": open lots hold ");
  }

  @Test
  void aLotThatNothingOpenedIsNamed() throws Exception {
    String owner;
    try (DamagedTable lots = new DamagedTable(copy, "credit_lots")) {
      owner = lots.ask("SELECT min(employee_id) FROM rows");
      lots.change("UPDATE rows SET lot_id = 'nowhere' WHERE employee_id = '" + owner + "'");
    }
    assertThat(finding())
        .startsWith("credit_lots: employee " + owner + ": lot nowhere: no posting");
  }

  @Test
  void aFolderWithoutTheTablesIsBadUsage() {
    CommandRun missing = CommandRun.of("verify", copy.resolve("nowhere").toString());
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err()).singleElement().asString().contains("nowhere is no folder");
    CommandRun wrong = CommandRun.of("verify", copy.resolve("credit_lots").toString());
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).singleElement().asString().contains("ledger_entries");
  }

  private void change(String table, String sql) throws Exception {
    try (DamagedTable rows = new DamagedTable(copy, table)) {
      assertThat(rows.change(sql)).isPositive();
    }
  }

  /** The one line that says what is wrong. */
  private String finding() {
    CommandRun run = verify();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).singleElement().asString().contains("something is wrong with 1 of ");
    assertThat(run.out()).hasSize(1);
    return run.out().get(0);
  }

  private CommandRun verify() {
    return CommandRun.of("verify", copy.toString());
  }

  private static String at(int sequence) {
    return "employee_id = '%s' AND sequence = %d".formatted(someone, sequence);
  }
}
