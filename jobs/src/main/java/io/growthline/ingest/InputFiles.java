package io.growthline.ingest;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of an input folder: {@code learning*.jsonl}, {@code hr*.jsonl.gz} and so on, also
 * {@code xapi*.json}, in the folder or one level below. Anything else is left alone, also links and
 * folders whose names start with a dot or an underscore.
 */
public final class InputFiles {

  private static final List<String> ENDINGS = List.of(".jsonl", ".jsonl.gz");

  /** Statements also come as one array, which is no JSON Lines. */
  private static final List<String> XAPI_ENDINGS =
      List.of(".jsonl", ".jsonl.gz", ".json", ".json.gz");

  private InputFiles() {}

  /**
   * The input files, sorted by path.
   *
   * @throws IOException if a folder cannot be read
   */
  public static List<Path> list(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path entry : entries(folder)) {
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) && !isHidden(entry)) {
        entries(entry).forEach(nested -> addIfInput(files, nested));
      } else {
        addIfInput(files, entry);
      }
    }
    files.sort(Comparator.naturalOrder());
    return files;
  }

  /** What a file of this name holds; empty if it is no input. */
  public static Optional<InputKind> kind(String fileName) {
    return Stream.of(InputKind.values())
        .filter(kind -> fileName.startsWith(kind.fileNameStart()))
        .filter(
            kind ->
                (kind == InputKind.XAPI ? XAPI_ENDINGS : ENDINGS)
                    .stream().anyMatch(fileName::endsWith))
        .findFirst();
  }

  private static void addIfInput(List<Path> files, Path path) {
    if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
        && kind(path.getFileName().toString()).isPresent()) {
      files.add(path);
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    }
    return entries;
  }

  private static boolean isHidden(Path folder) {
    String name = folder.getFileName().toString();
    return name.startsWith(".") || name.startsWith("_");
  }
}
