package io.growthline.lake;

import io.growthline.schemas.tables.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The tables a replay has written but not shown yet. A run that is killed while it computes leaves
 * earlier tables as they were, and the next one clears away what it left. Showing is one rename for
 * each file: killed during that, some tables are the new ones and some are missing, but none is
 * half a file.
 */
public final class StagedTables {

  private static final String IN_PROGRESS = ".inprogress.";

  private final Path folder;

  /**
   * @param folder the lake's folder
   */
  public StagedTables(Path folder) {
    this.folder = folder;
  }

  /**
   * Removes what a run that did not end has left; call it before the job.
   *
   * @throws IOException if the folder cannot be read or written
   */
  public void clear(Collection<? extends Table<?>> tables) throws IOException {
    for (Table<?> table : tables) {
      for (Path leftover : files(table, StagedTables::isUnfinished)) {
        Files.delete(leftover);
      }
      removeEmptyFolders(table);
    }
  }

  /**
   * Shows the staged files in place of what was there, and an empty file with its schema for every
   * table without rows; call it once the job has ended well.
   *
   * @param lastMonth month (UTC) whose folder holds the empty file of a table with months
   * @throws IOException if a file cannot be renamed or written; whole files are seen even then
   */
  public void publish(Collection<? extends Table<?>> tables, YearMonth lastMonth)
      throws IOException {
    for (Table<?> table : tables) {
      for (Path old : files(table, name -> name.endsWith(LakeLayout.FINISHED))) {
        Files.delete(old);
      }
      for (Path staged : files(table, name -> name.endsWith(LakeLayout.STAGED))) {
        show(staged);
      }
    }
    clear(tables);
    EmptyTables.createMissing(
        org.apache.flink.core.fs.Path.fromLocalFile(folder.toAbsolutePath().toFile()),
        tables,
        lastMonth);
  }

  private static void show(Path staged) throws IOException {
    String name = staged.getFileName().toString();
    String shown =
        name.substring(0, name.length() - LakeLayout.STAGED.length()) + LakeLayout.FINISHED;
    Files.move(staged, staged.resolveSibling(shown), StandardCopyOption.ATOMIC_MOVE);
  }

  private static boolean isUnfinished(String name) {
    return name.endsWith(LakeLayout.STAGED) || name.contains(IN_PROGRESS);
  }

  private List<Path> files(Table<?> table, Predicate<String> name) throws IOException {
    return walk(table).stream()
        .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
        .filter(path -> name.test(path.getFileName().toString()))
        .toList();
  }

  private void removeEmptyFolders(Table<?> table) throws IOException {
    // Deepest first.
    for (Path path : walk(table).stream().sorted((a, b) -> b.compareTo(a)).toList()) {
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && isEmpty(path)) {
        Files.delete(path);
      }
    }
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.findAny().isEmpty();
    }
  }

  private List<Path> walk(Table<?> table) throws IOException {
    Path place = folder.resolve(table.name());
    if (!Files.exists(place)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(place)) {
      return paths.toList();
    }
  }
}
