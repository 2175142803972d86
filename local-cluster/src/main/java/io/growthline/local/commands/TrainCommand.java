package io.growthline.local.commands;

import io.growthline.app.TrainJob;
import io.growthline.schemas.tables.TableCatalogue;
import io.growthline.training.ModelFolder;
import io.growthline.training.ModelManifest;
import io.growthline.training.TrainingOptions;
import io.growthline.training.TrainingReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains the models. */
@Command(
    name = "train",
    description = {
      "Trains the models from the Parquet tables, and tells how well each foretold what it had not"
          + " seen: the recommender what people took last, completion who finishes what they begin,"
          + " format in which format they learn next.",
      "A model is written to MODELS/MODEL-VERSION, with its card, if it is clearly better than"
          + " simple rivals, and better than the newest model there. Of one that is refused nothing"
          + " is written; if all are, the exit code is 1."
    })
public final class TrainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--lake",
      required = true,
      paramLabel = "DIR",
      description = "The folder with the Parquet tables, on this machine.")
  private Path lake;

  @Option(
      names = "--models",
      required = true,
      paramLabel = "DIR",
      description = "Where models are, and the new one goes.")
  private Path models;

  @Option(
      names = "--rulebook",
      paramLabel = "FILE",
      description = "A rule book in place of what the tables say of it.")
  private Path ruleBook;

  @Option(
      names = "--max-signals",
      paramLabel = "N",
      description = "Of more signals the rarest are left out. Default: ${DEFAULT-VALUE}.")
  private int mostSignals = TrainingOptions.DEFAULT.mostSignals();

  @Option(
      names = "--max-activities",
      paramLabel = "N",
      description = "Of more activities the rarest are left out. Default: ${DEFAULT-VALUE}.")
  private int mostActivities = TrainingOptions.DEFAULT.mostActivities();

  @Option(
      names = "--max-sampled",
      paramLabel = "N",
      description =
          "People by whom parameters are chosen and models are judged, and to whom those that"
              + " foretell are fitted. Default: ${DEFAULT-VALUE}.")
  private int mostSampled = TrainingOptions.DEFAULT.mostSampled();

  @Option(names = "--announce", description = "Put the new models into force.")
  private boolean announce;

  @Mixin private KafkaOptions kafka;

  @Override
  public Integer call() throws Exception {
    LedgerFolder.of("--lake", lake, List.of(TableCatalogue.EMPLOYEE_FEATURES));
    if (ruleBook != null && !Files.isRegularFile(ruleBook)) {
      throw Failure.badUsage("--rulebook " + ruleBook + " is no file");
    }
    if (!announce && kafka.isNamed()) {
      throw Failure.badUsage("--bootstrap: say --announce, too");
    }
    Announcing announcing = announce ? Announcing.to(kafka) : null;
    List<TrainingReport> reports = new ArrayList<>();
    TrainJob.run(
        lake,
        models,
        ruleBook,
        options(),
        Runtime.getRuntime().availableProcessors(),
        report -> {
          reports.add(report);
          tell(report, announcing);
        });
    if (reports.stream().noneMatch(TrainingReport::accepted)) {
      throw Failure.failed("all models were refused: " + refusals(reports));
    }
    return 0;
  }

  private void tell(TrainingReport report, Announcing announcing) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(report.card());
    if (report.accepted()) {
      put(report.manifest(), announcing, out);
    } else {
      out.println("refused        %s: %s".formatted(report.modelId(), report.refusal()));
    }
    out.flush();
  }

  private void put(ModelManifest model, Announcing announcing, PrintWriter out) {
    ModelFolder folder = new ModelFolder(models);
    try {
      out.println("model          " + folder.file(model).toRealPath().getParent());
      if (announcing != null) {
        announcing.announce(folder, List.of(model), out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the model was written, but not announced", e);
    }
  }

  private static String refusals(List<TrainingReport> reports) {
    return reports.stream()
        .map(report -> report.modelId() + " is " + report.refusal())
        .collect(Collectors.joining("; "));
  }

  private TrainingOptions options() {
    try {
      return new TrainingOptions(mostSignals, mostActivities, mostSampled);
    } catch (IllegalArgumentException e) {
      throw Failure.badUsage(e.getMessage());
    }
  }
}
