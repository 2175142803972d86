package io.growthline.local.commands;

import io.growthline.local.bench.RecommendBench;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What fitting the recommender and asking it cost, alone and in the job. */
@Command(
    name = "recommend",
    description = {
      "What fitting the recommender costs, and what a recommendation costs.",
      "CPU and memory of a fit, CPU of scoring all courses for an employee and picking the best"
          + " ten, beside EASE, item-kNN and popularity; on generated people.",
      "And how many employees' lists a core makes anew each second, in the job's own operator."
    })
final class RecommendBenchCommand implements Callable<Integer> {

  private static final int LEAST_COURSES = 40;
  private static final int MOST_COURSES = 5_000;
  private static final int MOST_PEOPLE = 1_000_000;
  private static final int LEAST_REFRESHED = 100;

  /** Their vectors of many instants are held at once. */
  private static final int MOST_REFRESHED = 20_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--courses",
      paramLabel = "N",
      split = ",",
      defaultValue = "250,1300,5000",
      description = "How many courses, one table each. Default: ${DEFAULT-VALUE}.")
  private List<Integer> courses;

  @Option(
      names = "--people",
      paramLabel = "N",
      defaultValue = "50000",
      description = "People from whom is learned. Default: ${DEFAULT-VALUE}.")
  private int people;

  @Option(
      names = "--refreshed",
      paramLabel = "N",
      defaultValue = "3000",
      description = "People whose lists are made anew in the job. Default: ${DEFAULT-VALUE}.")
  private int refreshed;

  @Override
  public Integer call() throws Exception {
    for (int each : courses) {
      Options.checkRange("--courses", each, LEAST_COURSES, MOST_COURSES);
    }
    Options.checkRange("--people", people, 1, MOST_PEOPLE);
    Options.checkRange("--refreshed", refreshed, LEAST_REFRESHED, MOST_REFRESHED);
    try (TemporaryFolder temporary = new TemporaryFolder("bench")) {
      RecommendBench.measure(courses, people, refreshed, temporary.path())
          .print(spec.commandLine().getOut());
    }
    return 0;
  }
}
