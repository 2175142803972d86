package io.growthline.local.commands;

import io.growthline.local.statement.Statement;
import io.growthline.local.statement.StatementQuery;
import io.growthline.local.statement.StatementText;
import io.growthline.local.tables.TableFolder;
import io.growthline.schemas.tables.TableCatalogue;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Explains someone's credits. */
@Command(
    name = "explain",
    description =
        "An employee's credit history as a bank statement, ending in the balance and the gaps.")
public final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--employee", required = true, paramLabel = "ID", description = "Who.")
  private String employee;

  @Option(
      names = "--lake",
      required = true,
      paramLabel = "DIR",
      description = "The folder with the Parquet tables, as demo and replay leave it.")
  private Path lake;

  @Override
  public Integer call() throws Exception {
    TableFolder tables = LedgerFolder.of("--lake", lake, List.of(TableCatalogue.LEDGER_ENTRIES));
    Statement statement =
        StatementQuery.of(tables, employee)
            .orElseThrow(
                () -> Failure.failed("the tables in " + lake + " know no employee " + employee));
    PrintWriter out = spec.commandLine().getOut();
    StatementText.print(statement, out);
    out.flush();
    return 0;
  }
}
