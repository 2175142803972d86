package io.growthline.local.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the operating system knows of processes and the ports they listen on; Linux only. */
final class ProcessTraces {

  private static final Path PROC = Path.of("/proc");
  private static final String LISTENING = "0A";
  private static final int STATE_COLUMN = 3;
  private static final int INODE_COLUMN = 9;

  private ProcessTraces() {}

  /** Processes that run with this setting in their environment, inherited or not. */
  static List<ProcessHandle> withEnvironment(String name, String value) {
    String setting = '\0' + name + '=' + value + '\0';
    return ProcessHandle.allProcesses()
        .filter(process -> ('\0' + environment(process)).contains(setting))
        .toList();
  }

  /** Inodes of the sockets that a process listens on; no two sockets ever share one. */
  static Set<String> listeningSockets(ProcessHandle process) {
    Set<String> open =
        list(PROC.resolve(process.pid() + "/fd"))
            .map(ProcessTraces::target)
            .collect(Collectors.toSet());
    return listeningSockets().stream()
        .filter(inode -> open.contains("socket:[" + inode + "]"))
        .collect(Collectors.toSet());
  }

  /** Inodes of all sockets of this machine that something listens on. */
  static Set<String> listeningSockets() {
    return Stream.of("tcp", "tcp6")
        .flatMap(protocol -> text(PROC.resolve("net").resolve(protocol)).lines())
        .map(line -> line.strip().split("\\s+"))
        .filter(columns -> columns[STATE_COLUMN].equals(LISTENING))
        .map(columns -> columns[INODE_COLUMN])
        .collect(Collectors.toSet());
  }

  private static String environment(ProcessHandle process) {
    return text(PROC.resolve(process.pid() + "/environ"));
  }

  /** Empty for what is not ours to read, or gone: processes end while they are looked at. */
  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }
}
