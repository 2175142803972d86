package io.growthline.local.launcher;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One call of the launcher as a process of its own, with a temporary folder, a state folder and
 * output files of its own.
 */
final class LauncherCall implements AutoCloseable {

  private static final long ENDS_WITHIN_SECONDS = 120;
  private static final String TEMPORARY = "temporary files";

  private final Process process;
  private final Path folder;

  private LauncherCall(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
  }

  /** The launcher of this checkout. */
  static Path launcher() {
    return Path.of("growthline").toAbsolutePath();
  }

  /** Starts it in the folder, without any locale. */
  static LauncherCall start(Path launcher, Path folder, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.equals("LANG") || name.startsWith("LC_"));
    environment.put("TMPDIR", Files.createDirectories(folder.resolve(TEMPORARY)).toString());
    environment.put("XDG_STATE_HOME", Files.createDirectories(folder.resolve("state")).toString());
    builder.redirectOutput(folder.resolve("out").toFile());
    builder.redirectError(folder.resolve("err").toFile());
    return new LauncherCall(builder.start(), folder);
  }

  /** Sends a signal by its name, for example {@code INT}. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(ENDS_WITHIN_SECONDS, SECONDS)) {
      throw new IllegalStateException("the launcher did not end");
    }
    return process.exitValue();
  }

  /** Waits for its end, but no longer than that; whether it ended. */
  boolean endsWithin(Duration time) throws InterruptedException {
    return process.waitFor(time.toMillis(), MILLISECONDS);
  }

  List<String> out() throws IOException {
    return Files.readAllLines(folder.resolve("out"));
  }

  List<String> err() throws IOException {
    return Files.readAllLines(folder.resolve("err"));
  }

  /** What is left in the folder for temporary files. */
  List<Path> temporaryFiles() {
    return list(folder.resolve(TEMPORARY));
  }

  /** Clusters that are announced as running. */
  List<Path> announcements() {
    return list(folder.resolve("state/growthline/running"));
  }

  /** What the folder holds; nothing if it is gone. */
  static List<Path> list(Path path) {
    try (var files = Files.list(path)) {
      return files.toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** It and whatever it started, also what was started apart from it. */
  List<ProcessHandle> processes() {
    return ProcessTraces.withEnvironment("TMPDIR", folder.resolve(TEMPORARY).toString());
  }

  /** The sockets it listens on now. */
  Set<String> listeningSockets() {
    return processes().stream()
        .flatMap(running -> ProcessTraces.listeningSockets(running).stream())
        .collect(Collectors.toSet());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
