package io.growthline.local.commands;

import io.growthline.local.audit.Audit;
import io.growthline.local.audit.AuditReport;
import io.growthline.local.audit.TopicCheck;
import io.growthline.local.audit.TopicReport;
import io.growthline.local.erasure.Receipts;
import io.growthline.local.tables.TableFolder;
import io.growthline.schemas.topics.TopicCatalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proves that a ledger's tables are what the ledger wrote. */
@Command(
    name = "verify",
    description = {
      "Proves that a ledger's tables are what the ledger wrote.",
      "Recomputes the hash chain of every employee's postings, and that balances and open lots are"
          + " what the postings add up to. Names the first bad row of each employee who has one."
          + " The tables are those of a replay, or of a live job that has come to rest. With"
          + " --bootstrap the ledger's topics have to say the same; otherwise no broker is asked."
    })
public final class VerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      description = "The folder with the Parquet tables, as demo and replay leave it.")
  private Path folder;

  /** A broker, where one is named, on which the ledger has to have the same postings. */
  @Mixin private KafkaOptions kafka;

  /** Receipts tell by it who was erased from the table, but is still on the topic. */
  @Mixin private ErasureKeyOption key;

  @Override
  public Integer call() throws Exception {
    TableFolder tables = LedgerFolder.of("DIR", folder, Audit.TABLES);
    TopicCheck.Topics topics = kafka.isNamed() ? topics() : null;
    PrintWriter out = spec.commandLine().getOut();
    AuditReport audit = Audit.of(tables);
    print(audit, out);
    TopicReport compared =
        topics == null ? null : TopicCheck.of(tables, kafka.client(), topics, receipts());
    if (compared != null && compared.finding() != null) {
      out.println(compared.finding());
    }
    out.flush();
    if (audit.wrong() > 0) {
      throw Failure.failed(
          "%s is not what the ledger wrote: something is wrong with %d of %d employees"
              .formatted(folder, audit.wrong(), audit.employees()));
    }
    if (compared != null && compared.finding() != null) {
      throw Failure.failed(
          "%s and topic %s are not the same ledger".formatted(folder, topics.ledger()));
    }
    out.println(summary(audit, compared));
    out.flush();
    return 0;
  }

  private static String summary(TopicReport compared) {
    String messages = ", " + compared.messages() + " messages on the topic";
    return compared.erased() == 0
        ? messages
        : messages + " (erased: " + compared.erased() + " people)";
  }

  private static void print(AuditReport audit, PrintWriter out) {
    audit.findings().forEach(out::println);
    long unnamed = audit.wrong() - audit.findings().size();
    if (unnamed > 0) {
      out.println("… and " + unnamed + " employees more");
    }
  }

  private TopicCheck.Topics topics() throws Exception {
    return new TopicCheck.Topics(
        kafka.existing(TopicCatalogue.LEDGER), kafka.existing(TopicCatalogue.BALANCES));
  }

  private Receipts receipts() throws IOException {
    Receipts receipts = new Receipts(folder, key.read());
    receipts.checkKey();
    return receipts;
  }

  private static String summary(AuditReport audit, TopicReport compared) {
    return "%d employees, %d postings, %d open lots%s: nothing is wrong"
        .formatted(
            audit.employees(),
            audit.postings(),
            audit.openLots(),
            compared == null ? "" : summary(compared));
  }
}
