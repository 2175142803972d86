package io.growthline.local.erasure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.facts.ErasureKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;

/**
 * Receipts of erasures: one JSON file for each person, beside the tables. They name nobody; with
 * the key it can be told whether an id that one knows was erased.
 *
 * @param lake the folder of the tables
 */
public record Receipts(Path lake, ErasureKey key) {

  /** The folder they are in, beside those of the tables. */
  public static final String FOLDER = "erasures";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Whether a person was erased from the tables. */
  public boolean holds(String employeeId) {
    return Files.isRegularFile(file(employeeId));
  }

  /**
   * Notes one run of an erasure; what earlier ones removed stays there to be read.
   *
   * @param removed rows by table
   * @param retention how long each append-only topic keeps its records: milliseconds, below 0 for
   *     ever, null if no broker was asked
   * @return the file
   * @throws IOException if an earlier receipt cannot be read, or the file not be written
   */
  public Path note(
      String employeeId, Instant at, Map<String, Long> removed, Map<String, Long> retention)
      throws IOException {
    Path file = file(employeeId);
    ObjectNode receipt =
        Files.exists(file)
            ? (ObjectNode) JSON.readTree(Files.readAllBytes(file))
            : JSON.createObjectNode();
    receipt.put("mark", key.mark(employeeId));
    ArrayNode runs = receipt.withArray("runs");
    ObjectNode run = runs.addObject().put("at", at.toString());
    removed.forEach(run.putObject("rowsRemoved")::put);
    ObjectNode ends = receipt.putObject("endsByItself");
    retention.forEach(ends.putObject("topicsRetentionMs")::put);
    LeftBehind.sentences().forEach(ends.putArray("others")::add);
    Files.createDirectories(file.getParent());
    Path unfinished = file.resolveSibling("." + file.getFileName() + ".inprogress");
    Files.write(unfinished, JSON.writeValueAsBytes(receipt));
    return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private Path file(String employeeId) {
    return lake.resolve(FOLDER).resolve(key.mark(employeeId) + ".json");
  }
}
