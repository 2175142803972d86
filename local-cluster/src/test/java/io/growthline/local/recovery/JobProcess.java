package io.growthline.local.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The job as a process of its own, which can be killed. */
final class JobProcess implements AutoCloseable {

  private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

  private final Process process;
  private final List<String> said = new CopyOnWriteArrayList<>();

  private JobProcess(Process process) {
    this.process = process;
    Thread reader = new Thread(this::readOutput);
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts the job and waits until it runs.
   *
   * @param unknownActivityWait how long an event waits for a rule book that knows its activity
   * @param folder for Flink's files, and checkpoints which outlive the process
   * @param checkpoint the one to restore; none: begin anew
   */
  static JobProcess start(
      String bootstrap, Duration unknownActivityWait, Path folder, Optional<Path> checkpoint)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path")));
    command.add(JobInOwnJvm.class.getName());
    command.add(bootstrap);
    command.add(Long.toString(unknownActivityWait.toDays()));
    command.add(Files.createDirectories(folder.resolve("flink")).toString());
    command.add(Files.createDirectories(checkpoints(folder)).toString());
    command.add(checkpoint.map(Path::toString).orElse(JobInOwnJvm.FROM_THE_BEGINNING));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    JobProcess started = new JobProcess(builder.start());
    try {
      await()
          .atMost(STARTS_WITHIN)
          .until(() -> started.said.contains(JobInOwnJvm.RUNNING) || !started.isAlive());
      assertThat(started.isAlive()).as("the job came up").isTrue();
    } catch (RuntimeException | AssertionError e) {
      started.close();
      throw e;
    }
    return started;
  }

  private void readOutput() {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      output.lines().forEach(said::add);
    } catch (IOException | java.io.UncheckedIOException e) {
      // Killed: there is no more.
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** The checkpoint that Flink says it restored. */
  Optional<String> restored() {
    return said.stream()
        .filter(line -> line.startsWith(JobInOwnJvm.RESTORED))
        .map(line -> line.substring(JobInOwnJvm.RESTORED.length()))
        .findFirst();
  }

  /** {@code kill -9}; returns when the process is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** The newest whole checkpoint that the job of this folder has left. */
  static Optional<Path> latestCheckpoint(Path folder) throws IOException {
    try (Stream<Path> found = Files.find(checkpoints(folder), 2, (path, file) -> isWhole(path))) {
      return found.max(Comparator.comparingInt(JobProcess::number));
    }
  }

  /** How many checkpoints were taken, over all of the job's lives. */
  static int checkpointsTaken(Path folder) throws IOException {
    return latestCheckpoint(folder).map(JobProcess::number).orElse(0);
  }

  private static boolean isWhole(Path path) {
    return path.getFileName().toString().startsWith("chk-")
        && Files.exists(path.resolve("_metadata"));
  }

  private static int number(Path checkpoint) {
    return Integer.parseInt(checkpoint.getFileName().toString().substring("chk-".length()));
  }

  private static Path checkpoints(Path folder) {
    return folder.resolve("checkpoints");
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
