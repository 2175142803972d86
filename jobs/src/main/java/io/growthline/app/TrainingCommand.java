package io.growthline.app;

import io.growthline.training.TrainingOptions;
import io.growthline.training.TrainingReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs {@link TrainJob} as its arguments say. */
@Command(
    name = "growthline-train-job",
    mixinStandardHelpOptions = true,
    description = "Trains the models from the lake's tables.")
final class TrainingCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--lake",
      required = true,
      description = "Folder (any Flink file system) with the Parquet tables")
  private String lake;

  @Option(
      names = "--models",
      required = true,
      description = "Folder for the models, on the machine that submits the job")
  private Path models;

  @Option(
      names = "--rulebook",
      description = "A rule book in place of what the lake's tables say of it")
  private Path ruleBook;

  @Override
  public Integer call() throws Exception {
    List<TrainingReport> reports = new ArrayList<>();
    TrainJob.run(
        () -> StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.batch()),
        lake,
        models,
        ruleBook,
        TrainingOptions.DEFAULT,
        report -> {
          reports.add(report);
          spec.commandLine().getOut().println(report.card());
        });
    return reports.stream().anyMatch(TrainingReport::accepted) ? 0 : 1;
  }
}
