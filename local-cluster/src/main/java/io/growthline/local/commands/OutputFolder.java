package io.growthline.local.commands;

import io.growthline.local.erasure.Receipts;
import io.growthline.schemas.tables.Table;
import io.growthline.schemas.tables.TableCatalogue;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder a verb writes tables into. What it already holds is touched only on request, and then
 * only if all of it is tables: a mistyped folder is never emptied.
 */
final class OutputFolder {

  private static final Set<String> TABLES =
      TableCatalogue.all().stream().map(Table::name).collect(Collectors.toUnmodifiableSet());

  private final Path folder;
  private final Set<String> tables;

  private OutputFolder(Path folder, Set<String> tables) {
    this.folder = folder;
    this.tables = tables;
  }

  /**
   * Looks at the folder for the contract's tables, which need not exist yet, without changing
   * anything.
   *
   * @param overwrite whether tables it holds may be replaced
   * @throws Failure if it is not a folder, or holds what must not be replaced
   */
  static OutputFolder check(Path folder, boolean overwrite) throws IOException {
    return check(folder, overwrite, TABLES);
  }

  /** The same for other tables. */
  static OutputFolder check(Path folder, boolean overwrite, Set<String> tables) throws IOException {
    OutputFolder output = new OutputFolder(folder, tables);
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw Failure.badUsage("--output " + folder + " is a file: name a folder");
    }
    List<Path> entries = output.entries();
    if (!entries.isEmpty() && !overwrite) {
      throw Failure.badUsage(
          "--output " + folder + " is not empty: choose another folder, or add --overwrite");
    }
    for (Path entry : entries) {
      if (!output.isTable(entry)) {
        throw Failure.badUsage(
            "--output "
                + folder
                + " also holds "
                + entry.getFileName()
                + ", which is no table of ours: choose another folder");
      }
    }
    return output;
  }

  /** Makes the folder, or removes the tables in it. */
  Path prepare() throws IOException {
    for (Path entry : entries()) {
      Folders.delete(entry);
    }
    return Files.createDirectories(folder);
  }

  private List<Path> entries() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      // Receipts are no tables, and outlive them.
      return entries.filter(entry -> !entry.endsWith(Receipts.FOLDER)).sorted().toList();
    }
  }

  private boolean isTable(Path entry) throws IOException {
    String name = entry.getFileName().toString();
    return tables.contains(name)
        && Files.isDirectory(entry)
        && !Files.isSymbolicLink(entry)
        && foreignFiles(entry).isEmpty();
  }

  /** Files of a table's folder that are neither Parquet, finished or not, nor hidden. */
  private static List<Path> foreignFiles(Path table) throws IOException {
    List<Path> foreign = new ArrayList<>();
    Files.walkFileTree(
        table,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            boolean ours = name.startsWith(".") || name.matches(".*\\.parquet(\\.staged)?");
            if (!ours) {
              foreign.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return foreign;
  }
}
