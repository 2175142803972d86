package io.growthline.local.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

  @TempDir Path folder;

  @Test
  void aMissingFolderIsMade() throws Exception {
    Path missing = folder.resolve("a/b");
    OutputFolder checked = OutputFolder.check(missing, false);
    assertThat(missing).doesNotExist();
    assertThat(checked.prepare()).isEmptyDirectory();
  }

  @Test
  void aFolderThatHoldsSomethingIsRefused() throws Exception {
    write("credit_balances/part-0.parquet");
    refused(folder, false, "--overwrite");
  }

  @Test
  void tablesAreReplacedOnRequest() throws Exception {
    write("credit_balances/part-0.parquet");
    write("ledger_entries/month=2026-01/part-0.parquet");
    OutputFolder.check(folder, true).prepare();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void checkingRemovesNothing() throws Exception {
    Path table = write("credit_balances/part-0.parquet");
    OutputFolder.check(folder, true);
    assertThat(table).exists();
  }

  @Test
  void aFolderWithAnythingElseIsNeverEmptied() throws Exception {
    Path table = write("credit_balances/part-0.parquet");
    Path other = write("thesis.doc");
    refused(folder, true, "thesis.doc");
    assertThat(table).exists();
    assertThat(other).exists();
  }

  @Test
  void aFolderThatOnlyShowsATablesNameIsNotEmptied() throws Exception {
    Path source = write("jobs/Main.java");
    refused(folder, true, "jobs");
    assertThat(source).exists();
  }

  @Test
  void aLinkIsNotTakenForATable() throws Exception {
    Path elsewhere = write("elsewhere/precious.parquet");
    Path output = Files.createDirectories(folder.resolve("output"));
    Files.createSymbolicLink(output.resolve("goals"), elsewhere.getParent());
    refused(output, true, "goals");
    assertThat(elsewhere).exists();
  }

  @Test
  void aFileIsNoFolder() throws Exception {
    refused(write("file"), true, "is a file");
  }

  private static void refused(Path output, boolean overwrite, String message) {
    assertThatThrownBy(() -> OutputFolder.check(output, overwrite))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(Failure.BAD_USAGE))
        .hasMessageContaining(message);
  }

  private Path write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "x");
  }
}
