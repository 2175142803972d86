package io.growthline.local.commands;

import io.growthline.local.comparison.Comparison;
import io.growthline.local.comparison.ComparisonText;
import io.growthline.local.comparison.Differences;
import io.growthline.local.tables.TableFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what another rule book would change. */
@Command(
    name = "compare",
    description = {
      "What another rule book would change: who gains, who loses, which goals.",
      "A and B are the outputs of two replays of the same events, with two rule books. Differences"
          + " are B less A."
    })
public final class CompareCommand implements Callable<Integer> {

  private static final int MOST_NAMED = 10_000;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "A", description = "Tables by the present rule book.")
  private Path a;

  @Parameters(index = "1", paramLabel = "B", description = "Tables by the other rule book.")
  private Path b;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many employees to name. Default: ${DEFAULT-VALUE}.")
  private int top;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description =
          "Where to write every difference as Parquet: employee_differences, goal_differences.")
  private Path output;

  @Option(names = "--overwrite", description = "Replace what an earlier comparison wrote there.")
  private boolean overwrite;

  @Override
  public Integer call() throws Exception {
    Options.checkRange("--top", top, 0, MOST_NAMED);
    TableFolder first = LedgerFolder.of("A", a, Differences.INPUTS);
    TableFolder second = LedgerFolder.of("B", b, Differences.INPUTS);
    OutputFolder folder =
        output == null
            ? null
            : OutputFolder.check(output, overwrite, Set.copyOf(Differences.OUTPUTS));
    PrintWriter out = spec.commandLine().getOut();
    try (Differences differences = new Differences(first, second)) {
      Comparison comparison = differences.summary(top);
      ComparisonText.print(comparison, out);
      if (folder != null) {
        differences.write(folder.prepare());
        out.println();
        out.println("tables         " + output.toRealPath());
      }
    }
    out.flush();
    return 0;
  }
}
