package io.growthline.app;

import io.growthline.lake.Lake;
import io.growthline.ledger.LedgerInputs;
import io.growthline.ledger.LedgerOptions;
import io.growthline.ledger.LedgerPipeline;
import io.growthline.ledger.LedgerStreams;
import io.growthline.schemas.deadletters.DeadLetter;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine;

/**
 * All pipelines in one job, bound to Kafka and, where wanted, to a lake.
 *
 * <pre>
 *   input topics ──► events ───────┐
 *                └─► dead letters ─┼────────────────────────────► topic dead.letters
 *   reference topics ─► revisions ─┴─► credit ledger ─► topics of its outputs
 *                                                  └──► tables of its outputs
 * </pre>
 */
public final class GrowthlineJob {

  private GrowthlineJob() {}

  /**
   * Entry class; {@code --help} tells the options.
   *
   * @throws IllegalArgumentException for arguments that cannot be used, or a job that failed; the
   *     reason is on standard error
   */
  public static void main(String[] args) {
    int exitCode =
        new CommandLine(new JobCommand("growthline", GrowthlineJob::build)).execute(args);
    if (exitCode != 0) {
      // Not System.exit: on a cluster this JVM is not ours to end.
      throw new IllegalArgumentException("the job was not run; standard error says why");
    }
  }

  /** Puts the job together; the environment has {@link JobSettings#live}. */
  public static void build(StreamExecutionEnvironment env, GrowthlineOptions options) {
    KafkaInputs topics = new KafkaInputs(env, options.kafka());
    InputParts inputs = new InputParts(topics.records());
    LedgerStreams ledger =
        LedgerPipeline.build(
            new LedgerInputs(inputs.ledgerFacts(), topics.revisions()), options.ledger());
    DataStream<DeadLetter> deadLetters = inputs.deadLetters().union(ledger.deadLetters());
    KafkaOutputs outputs = new KafkaOutputs(options.kafka());
    outputs.write(ledger);
    outputs.writeDeadLetters(deadLetters);
    if (options.lake() != null) {
      LakeTables tables = new LakeTables(Lake.live(new Path(options.lake())));
      tables.write(ledger);
      tables.writeDeadLetters(deadLetters);
      tables.writeUnjudged(inputs.performance(), inputs.surveys());
    }
  }

  /** Live, with the defaults. */
  public static GrowthlineOptions options(KafkaSettings kafka, String lake) {
    return new GrowthlineOptions(kafka, lake, LedgerOptions.live().withTopicPrefix(kafka.prefix()));
  }
}
