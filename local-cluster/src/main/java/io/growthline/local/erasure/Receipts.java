package io.growthline.local.erasure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.facts.ErasureKey;
import io.growthline.local.commands.Failure;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;

/**
 * Receipts of erasures: one JSON file for each person, beside the tables. They name nobody; with
 * the key it can be told whether an id that one knows was erased. All are made with one key, whose
 * fingerprint is kept with them.
 *
 * @param lake the folder of the tables
 */
public record Receipts(Path lake, ErasureKey key) {

  /** The folder they are in, beside those of the tables. */
  public static final String FOLDER = "erasures";

  private static final String FINGERPRINT = "key.fingerprint";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * Keeps all other erasures away from these tables until it is closed, or this process ends.
   *
   * @throws Failure if there is one already, or other receipts were made with another key
   */
  public Closeable lock() throws IOException {
    checkKey();
    Path folder = Files.createDirectories(lake.resolve(FOLDER));
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean alone = false;
    try {
      alone = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // The same answer, from within this process.
    } finally {
      if (!alone) {
        channel.close();
      }
    }
    if (!alone) {
      throw Failure.failed(lake + " is being erased from: wait for the other run, then try again");
    }
    return channel;
  }

  /**
   * Refuses a key with which none of the receipts would be found.
   *
   * @throws Failure if it is another than the receipts were made with
   */
  public void checkKey() throws IOException {
    Path fingerprint = lake.resolve(FOLDER).resolve(FINGERPRINT);
    if (Files.exists(fingerprint) && !Files.readString(fingerprint).equals(key.fingerprint())) {
      throw Failure.badUsage(
          "the receipts in %s were made with another key: give --erasure-key the file that was used"
                  .formatted(lake.resolve(FOLDER))
              + " before");
    }
  }

  /** Whether a person was erased from the tables. */
  public boolean holds(String employeeId) {
    return Files.isRegularFile(fileOf(employeeId));
  }

  /**
   * Notes one run of an erasure; what earlier ones removed stays there to be read.
   *
   * @param removed rows by table
   * @param jobsTold whether the jobs were told to forget the person
   * @param retention how long each append-only topic keeps its records: milliseconds, below 0 for
   *     ever, null if no broker was asked; then what an earlier run was told stays
   * @return the file
   * @throws IOException if an earlier receipt cannot be read, or the file not be written
   */
  public Path note(
      String employeeId,
      Instant at,
      Map<String, Long> removed,
      boolean jobsTold,
      Map<String, Long> retention)
      throws IOException {
    Path file = fileOf(employeeId);
    ObjectNode receipt =
        Files.exists(file)
            ? (ObjectNode) JSON.readTree(Files.readAllBytes(file))
            : JSON.createObjectNode();
    receipt.put("mark", key.mark(employeeId));
    ArrayNode runs = receipt.withArray("runs");
    ObjectNode run = runs.addObject().put("at", at.toString()).put("jobsTold", jobsTold);
    removed.forEach(run.putObject("rowsRemoved")::put);
    ObjectNode ends = receipt.withObject("/endsByItself");
    if (jobsTold || !ends.has("topicsRetentionMs")) {
      retention.forEach(ends.putObject("topicsRetentionMs")::put);
    }
    LeftBehind.sentences().forEach(ends.putArray("others")::add);
    Files.createDirectories(file.getParent());
    write(file.resolveSibling(FINGERPRINT), key.fingerprint().getBytes(StandardCharsets.UTF_8));
    return write(file, JSON.writeValueAsBytes(receipt));
  }

  /** The whole file, or none of it. */
  private static Path write(Path file, byte[] content) throws IOException {
    Path unfinished = file.resolveSibling("." + file.getFileName() + ".inprogress");
    Files.write(unfinished, content);
    return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Where a person's receipt is, once there is one. */
  public Path fileOf(String employeeId) {
    return lake.resolve(FOLDER).resolve(key.mark(employeeId) + ".json");
  }
}
