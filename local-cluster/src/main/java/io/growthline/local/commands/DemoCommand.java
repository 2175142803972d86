package io.growthline.local.commands;

import io.growthline.app.GrowthlineJob;
import io.growthline.app.JobSettings;
import io.growthline.app.KafkaSettings;
import io.growthline.lake.EmptyTables;
import io.growthline.local.cluster.LakeWriting;
import io.growthline.local.cluster.LocalJob;
import io.growthline.local.demo.Demo;
import io.growthline.local.demo.DemoOptions;
import io.growthline.local.kafka.SummaryScreen;
import io.growthline.rulebook.RuleBookFile;
import io.growthline.schemas.tables.TableCatalogue;
import io.growthline.schemas.topics.TopicPrefix;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the product. */
@Command(
    name = "demo",
    description = {
      "Shows the jobs on an embedded Kafka broker and Flink.",
      "The sample company's rule book is published, its events are streamed in, balances and"
          + " triggers come out, Parquet is left."
    })
public final class DemoCommand implements Callable<Integer>, Demo.Parts {

  private static final int PARALLELISM = 2;
  private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(10);
  private static final Duration LAKE_CHECKPOINT_INTERVAL = Duration.ofSeconds(60);
  private static final int MOST_EMPLOYEES = 100_000;
  private static final int LONGEST_SECONDS = 3_600;

  @Spec private CommandSpec spec;

  @Option(
      names = "--employees",
      paramLabel = "N",
      defaultValue = "300",
      description = "People of the sample company. Default: ${DEFAULT-VALUE}.")
  private int employees;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "60",
      description =
          "How long events are sent, 50 a second and figures of sales. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Another seed, another company. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Where Parquet is left. Default: a new folder in growthline-output.")
  private Path output;

  @Option(names = "--overwrite", description = "Replace the tables that DIR holds.")
  private boolean overwrite;

  @Override
  public Integer call() throws Exception {
    Options.checkRange("--employees", employees, 1, MOST_EMPLOYEES);
    Options.checkRange("--seconds", seconds, 1, LONGEST_SECONDS);
    Path folder = output == null ? newFolder() : output;
    Path lake = OutputFolder.check(folder, overwrite).prepare().toAbsolutePath();
    // Interrupted before the lake's job starts, it leaves every table too.
    EmptyTables.createMissing(
        new org.apache.flink.core.fs.Path(lake.toString()),
        TableCatalogue.all(),
        YearMonth.now(ZoneOffset.UTC));
    PrintWriter out = spec.commandLine().getOut();
    try (TemporaryFolder temporary = new TemporaryFolder("demo")) {
      DemoOptions options = new DemoOptions(employees, seconds, seed, lake, temporary.path());
      new Demo(options, this, out)
          .run(new SummaryScreen(out, Boolean.getBoolean("growthline.terminal")));
    }
    sayWhatIsThere(out, folder, lake);
    return 0;
  }

  @Override
  public void publish(Path ruleBook, Admin admin, String bootstrap) throws Exception {
    PublishCommand.publish(
        RuleBookFile.read(ruleBook),
        admin,
        Map.of("bootstrap.servers", bootstrap),
        TopicPrefix.NONE,
        false);
  }

  @Override
  public LocalJob startLedger(String bootstrap, Path temporary) throws Exception {
    return LocalJob.start(
        JobSettings.live(CHECKPOINT_INTERVAL),
        PARALLELISM,
        temporary,
        environment -> GrowthlineJob.build(environment, GrowthlineJob.options(kafka(bootstrap))));
  }

  @Override
  public LakeWriting startLake(String bootstrap, Path lake, Path temporary) throws Exception {
    return LakeWriting.start(kafka(bootstrap), lake, LAKE_CHECKPOINT_INTERVAL, temporary);
  }

  private static KafkaSettings kafka(String bootstrap) {
    return new KafkaSettings(bootstrap, TopicPrefix.NONE, Map.of());
  }

  private static Path newFolder() {
    String now =
        LocalDateTime.now(ZoneId.systemDefault())
            .format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
    return Path.of("growthline-output", "demo-" + now);
  }

  private static void sayWhatIsThere(PrintWriter out, Path folder, Path lake) {
    out.println();
    out.println("Parquet tables: " + lake);
    out.println("Ask them, for example:");
    out.println(
        "  duckdb -c \"SELECT employee_id, max_by(earned, version) AS earned FROM read_parquet('"
            + lake.resolve(TableCatalogue.CREDIT_BALANCES.name())
            + "/*.parquet') GROUP BY 1 ORDER BY 2 DESC LIMIT 10\"");
    out.println("  growthline explain --employee li-na --lake " + folder);
    out.flush();
  }
}
