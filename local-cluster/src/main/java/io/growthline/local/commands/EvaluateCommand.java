package io.growthline.local.commands;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.growthline.local.evaluation.Evaluation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the recommender on anybody's data. */
@Command(
    name = "evaluate",
    description = {
      "How well the recommender finds what people took, beside EASE, item-kNN and popularity.",
      "Files are CSV with the header user,item and optionally timestamp, plain or .gz; without"
          + " timestamps a user's rows are in order of time. All parameters are chosen on a part of"
          + " the training file; the test file is opened after that. One JSON object."
    })
public final class EvaluateCommand implements Callable<Integer> {

  private static final int MOST_RECOMMENDED = 1_000;
  private static final int MOST_ITEMS = 5_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--train",
      paramLabel = "FILE",
      required = true,
      description = "What is learned from.")
  private Path train;

  @Option(
      names = "--test",
      paramLabel = "FILE",
      required = true,
      description = "What should be found.")
  private Path test;

  @Option(
      names = "--cutoff",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many items are recommended. Default: ${DEFAULT-VALUE}.")
  private int cutoff;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of what is left to chance in validation. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--max-items",
      paramLabel = "N",
      defaultValue = "4000",
      description = "Of more items the rarest are left out. Default: ${DEFAULT-VALUE}.")
  private int mostItems;

  @Override
  public Integer call() throws Exception {
    Options.checkRange("--cutoff", cutoff, 1, MOST_RECOMMENDED);
    Options.checkRange("--max-items", mostItems, 1, MOST_ITEMS);
    for (Path file : new Path[] {train, test}) {
      if (!Files.exists(file)) {
        throw Failure.badUsage(file + " does not exist");
      }
    }
    Evaluation evaluation =
        Evaluation.run(train, test, cutoff, mostItems, seed, spec.commandLine().getErr()::println);
    spec.commandLine().getOut().println(new JsonMapper().writeValueAsString(evaluation));
    return 0;
  }
}
