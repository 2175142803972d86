package io.growthline.local.commands;

import io.growthline.app.ReplayJob;
import io.growthline.app.ReplayOptions;
import io.growthline.app.ReplayReport;
import io.growthline.rulebook.ReadResult;
import io.growthline.rulebook.RuleBookFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the pipelines over files. */
@Command(
    name = "replay",
    description = {
      "The same pipelines over files: backfill, what-if, audit.",
      "The input folder holds rulebook.yaml and any of learning*, commands*, performance*, hr*,"
          + " surveys*, xapi* and outcomes* (decisions given before, which hold), each ending in"
          + " .jsonl or .jsonl.gz, there or one level below."
          + " Statements (xapi*) may also be one JSON array, ending in .json or .json.gz."
    })
public final class ReplayCommand implements Callable<Integer> {

  private static final String RULE_BOOK = "rulebook.yaml";

  @Spec private CommandSpec spec;

  @Option(names = "--input", required = true, paramLabel = "DIR", description = "What to replay.")
  private Path input;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Where the tables go.")
  private Path output;

  @Option(
      names = "--rulebook",
      paramLabel = "FILE",
      description = "What if this were the rule book? Default: the input folder's.")
  private Path rules;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description =
          "Where the clock ends, such as 2026-06-30T10:00:00Z; later events are left out."
              + " Default: at the newest valid event.")
  private String until;

  @Option(
      names = "--overwrite",
      description = "Replace the tables that the output folder holds, once the new ones are whole.")
  private boolean overwrite;

  @Option(
      names = "--ledger-only",
      description =
          "Leave out features and recommendations, whose tables then have no rows: what-if and"
              + " audit need none, and it takes half the time.")
  private boolean ledgerOnly;

  @Override
  public Integer call() throws Exception {
    Path ruleBook = rules == null ? input.resolve(RULE_BOOK) : rules;
    if (!Files.isDirectory(input)) {
      throw Failure.badUsage("--input " + input + " is no folder: name the one with the files");
    }
    if (!Files.isRegularFile(ruleBook)) {
      throw Failure.badUsage(
          rules == null
              ? "--input " + input + " holds no " + RULE_BOOK + ": put one there"
              : "--rulebook " + rules + " is no file");
    }
    Instant clockEnd = clockEnd();
    OutputFolder.check(output, overwrite);
    ReadResult read = RuleBookFile.read(ruleBook);
    if (read.hasErrors()) {
      return refuse(read);
    }
    Files.createDirectories(output);
    ReplayOptions options =
        new ReplayOptions(
            input, output, clockEnd, Runtime.getRuntime().availableProcessors(), ledgerOnly);
    print(ReplayJob.run(options, read.revision(1, 0)));
    return 0;
  }

  private Instant clockEnd() {
    if (until == null) {
      return null;
    }
    Instant instant = Options.time("--until", until);
    if (instant.isAfter(Instant.now())) {
      throw Failure.badUsage("--until " + until + " lies ahead: a replay ends now at the latest");
    }
    return instant;
  }

  private int refuse(ReadResult read) {
    PrintWriter err = spec.commandLine().getErr();
    read.problems().forEach(err::println);
    err.println("growthline replay: the rule book has errors; nothing was replayed");
    return Failure.FAILED;
  }

  private void print(ReplayReport report) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.println("until          " + report.until());
    out.println("read           " + report.read());
    out.println("credited       " + report.credited());
    out.println("decided        " + report.decided());
    out.println("earns nothing  " + report.earnsNothing());
    out.println("duplicates     " + report.duplicates());
    out.println("erased         " + report.erased());
    out.println("dead letters   " + report.deadLetters());
    out.println("later          " + report.later());
    out.println("outcomes       " + report.outcomes());
    out.println("tables         " + output.toRealPath());
    out.flush();
  }
}
