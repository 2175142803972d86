package io.growthline.local.commands;

import io.growthline.local.tables.TableFolder;
import io.growthline.schemas.tables.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks of folders that verbs read tables from. */
final class LedgerFolder {

  private LedgerFolder() {}

  /**
   * The tables in a folder.
   *
   * @param name how the folder is called on the command line
   * @throws Failure if it is no folder, or lacks one of the tables
   */
  static TableFolder of(String name, Path folder, List<Table<?>> tables) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw Failure.badUsage(name + " " + folder + " is no folder: name the one with the tables");
    }
    TableFolder found = new TableFolder(folder);
    for (Table<?> table : tables) {
      if (!found.holds(table)) {
        throw Failure.badUsage(
            "%s %s holds no table %s: name the output of demo or replay"
                .formatted(name, folder, table.name()));
      }
    }
    return found;
  }
}
