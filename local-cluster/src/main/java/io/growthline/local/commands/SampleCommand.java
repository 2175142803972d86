package io.growthline.local.commands;

import io.growthline.local.company.CompanyFiles;
import io.growthline.local.company.SampleCompany;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Leaves the sample company as files, to try the other verbs on. */
@Command(
    name = "sample",
    description = {
      "Writes the sample company's rule book and events, as files for a replay.",
      "The same seed, people, events and end give the same files. A few lines are unreadable, late"
          + " or there twice, as in life."
    })
public final class SampleCommand implements Callable<Integer> {

  private static final int MOST_EMPLOYEES = 100_000;
  private static final int MOST_EVENTS = 500_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "A missing or empty folder.")
  private Path output;

  @Option(
      names = "--employees",
      paramLabel = "N",
      defaultValue = "300",
      description = "People of the company. Default: ${DEFAULT-VALUE}.")
  private int employees;

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "6000",
      description =
          "About how many events they have, besides figures of what they sell; more if they are to"
              + " be hired at all. Default: ${DEFAULT-VALUE}.")
  private int events;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Another seed, another company. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--end",
      paramLabel = "TIME",
      description =
          "When its history ends, such as 2026-06-30T18:00:00+08:00. Default: today, 00:00 UTC.")
  private String end;

  @Override
  public Integer call() throws Exception {
    Options.checkRange("--employees", employees, 1, MOST_EMPLOYEES);
    Options.checkRange("--events", events, 1, MOST_EVENTS);
    Instant historyEnd =
        end == null ? Instant.now().truncatedTo(ChronoUnit.DAYS) : Options.time("--end", end);
    checkEmpty();
    SampleCompany company = SampleCompany.of(seed, employees, events, historyEnd);
    CompanyFiles.write(output, company.records(), historyEnd);
    PrintWriter out = spec.commandLine().getOut();
    out.println("events         " + company.records().size());
    out.println("until          " + historyEnd);
    out.println("files          " + output.toRealPath());
    out.flush();
    return 0;
  }

  private void checkEmpty() throws IOException {
    if (Files.exists(output) && !Files.isDirectory(output)) {
      throw Failure.badUsage("--output " + output + " is a file: name a folder");
    }
    if (Files.isDirectory(output)) {
      try (Stream<Path> entries = Files.list(output)) {
        if (entries.findAny().isPresent()) {
          throw Failure.badUsage("--output " + output + " is not empty: choose another folder");
        }
      }
    }
  }
}
