package io.growthline.local.commands;

import io.growthline.facts.ErasureKey;
import io.growthline.local.erasure.ErasureDemand;
import io.growthline.local.erasure.LakeErasure;
import io.growthline.local.erasure.LeftBehind;
import io.growthline.local.erasure.Receipts;
import io.growthline.local.tables.TableFolder;
import io.growthline.schemas.tables.TableCatalogue;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicPrefix;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Erases a person. */
@Command(
    name = "erase",
    description = {
      "Removes a person from the tables, and leaves a receipt that does not name them.",
      "Where there is a broker, named or of a running local cluster, it first tells the jobs,"
          + " which forget the person and clear the compacted topics. It can be run again at any"
          + " time; a person whom the tables do not know is no error. The receipt is"
          + " DIR/erasures/MARK.json and says what is left to end by itself."
    })
public final class EraseCommand implements Callable<Integer> {

  private static final int LONGEST_ID = 256;

  @Spec private CommandSpec spec;

  @Option(names = "--employee", required = true, paramLabel = "ID", description = "Who.")
  private String employee;

  @Option(
      names = "--lake",
      required = true,
      paramLabel = "DIR",
      description = "The folder with the Parquet tables, on this machine.")
  private Path lake;

  @Mixin private ErasureKeyOption key;

  /** A broker, where there is one, whose jobs have to forget the person. */
  @Mixin private KafkaOptions kafka;

  @Override
  public Integer call() throws Exception {
    if (employee.isBlank()
        || employee.length() > LONGEST_ID
        || employee.chars().anyMatch(Character::isISOControl)) {
      throw Failure.badUsage("--employee: this can be nobody's id");
    }
    TableFolder tables = LedgerFolder.of("--lake", lake, List.of(TableCatalogue.LEDGER_ENTRIES));
    ErasureKey marks = key.read();
    Receipts receipts = new Receipts(lake, marks);
    String broker = kafka.isPresent() ? kafka.bootstrap() : null;
    Instant now = Instant.now();
    // Two at a time would each bring back whom the other removes.
    try (Closeable alone = receipts.lock()) {
      Map<String, Long> retention =
          broker == null ? LeftBehind.onTopics(TopicPrefix.NONE) : tellTheJobs(now);
      Map<String, Long> removed = LakeErasure.erase(tables, employee);
      Path receipt = receipts.note(employee, now, removed, broker != null, retention);
      PrintWriter out = spec.commandLine().getOut();
      print(removed, out);
      print(broker, retention, out);
      print(receipt, marks, out);
    }
    return 0;
  }

  /** How long topics still keep what they have. */
  private Map<String, Long> tellTheJobs(Instant now)
      throws IOException, ExecutionException, InterruptedException {
    String people = kafka.existing(TopicCatalogue.HR_EVENTS);
    ErasureDemand.send(kafka.client(), people, employee, now);
    try (Admin admin = kafka.connect()) {
      return LeftBehind.onTopics(kafka.prefix(), admin);
    }
  }

  private static void print(Map<String, Long> removed, PrintWriter out) {
    removed.forEach((table, rows) -> out.printf("%-24s %d%n", table, rows));
    if (removed.values().stream().allMatch(rows -> rows == 0)) {
      out.println("The tables name nobody of that id.");
    }
  }

  private static void print(String broker, Map<String, Long> retention, PrintWriter out) {
    out.println(
        broker == null
            ? "The jobs were NOT told: no local cluster is running, and without --bootstrap state"
                + " and compacted topics keep the person until an ERASED event comes on hr.events."
            : "The jobs were told by way of " + broker + ".");
    retention.forEach(
        (topic, millis) -> out.printf("topic %-24s keeps records %s%n", topic, shown(millis)));
    LeftBehind.sentences().forEach(out::println);
  }

  private void print(Path receipt, ErasureKey marks, PrintWriter out) throws IOException {
    long unfinished = new TableFolder(lake).unfinishedFiles();
    if (unfinished > 0) {
      out.println("Files being written just now: " + unfinished + ". Run this again afterwards.");
    }
    if (marks.isPublic()) {
      out.println(
          "The receipt's mark is made with a key that everybody knows: who guesses the id can test"
              + " it. A key of your own is set with --erasure-key FILE, for the jobs too.");
    }
    out.println("receipt        " + receipt.toRealPath());
    out.flush();
  }

  private static String shown(Long millis) {
    if (millis == null) {
      return "as long as it is set to: no broker was asked";
    }
    return millis < 0 ? "for ever" : "for " + Duration.ofMillis(millis).toHours() + " hours";
  }
}
