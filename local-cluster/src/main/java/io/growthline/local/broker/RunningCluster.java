package io.growthline.local.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A local cluster that runs now, as it announces itself to later commands: a file named after its
 * process in the user's state folder, holding the broker's address and the process's start.
 *
 * @param bootstrap the broker's address
 * @param processStart when the process started; a later process may get the same number
 */
public record RunningCluster(long processId, Instant processStart, String bootstrap) {

  /**
   * Announces a cluster of this process.
   *
   * @return call it to take the announcement back
   */
  public static AutoCloseable announce(String bootstrap) throws IOException {
    ProcessHandle self = ProcessHandle.current();
    Path file = Files.createDirectories(folder()).resolve(Long.toString(self.pid()));
    Files.writeString(file, startOf(self) + "\n" + bootstrap + "\n");
    return () -> Files.deleteIfExists(file);
  }

  /** The cluster started last among those whose process is alive; leftovers are removed. */
  public static Optional<RunningCluster> newest() throws IOException {
    if (!Files.isDirectory(folder())) {
      return Optional.empty();
    }
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder())) {
      files = listed.toList();
    }
    return files.stream()
        .map(RunningCluster::aliveOrRemoved)
        .filter(Objects::nonNull)
        .max(Comparator.comparing(RunningCluster::processStart));
  }

  private static RunningCluster aliveOrRemoved(Path file) {
    try {
      RunningCluster announced = read(file);
      boolean alive =
          ProcessHandle.of(announced.processId)
              .filter(process -> startOf(process).equals(announced.processStart))
              .isPresent();
      if (alive) {
        return announced;
      }
      Files.deleteIfExists(file);
      return null;
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException | RuntimeException e) {
      // Not an announcement, or one being written just now: somebody else's concern.
      return null;
    }
  }

  private static RunningCluster read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return new RunningCluster(
        Long.parseLong(file.getFileName().toString()), Instant.parse(lines.get(0)), lines.get(1));
  }

  private static Instant startOf(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }

  private static Path folder() {
    String state = System.getenv("XDG_STATE_HOME");
    Path base =
        state == null || state.isBlank()
            ? Path.of(System.getProperty("user.home"), ".local", "state")
            : Path.of(state);
    return base.resolve("growthline").resolve("running");
  }
}
