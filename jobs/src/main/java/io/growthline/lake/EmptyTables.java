package io.growthline.lake;

import io.growthline.schemas.tables.Table;
import java.io.IOException;
import java.time.YearMonth;
import java.util.Collection;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.RecoverableWriter;

/** Files without rows, so that readers find a table's columns before its first row. */
public final class EmptyTables {

  private static final String NAME = "part-0" + LakeLayout.FINISHED;

  private EmptyTables() {}

  /**
   * Gives every table that has no folder yet an empty file.
   *
   * @param folder the lake's folder
   * @param month month (UTC) whose folder holds the empty file of a table with months
   * @throws IOException if a file cannot be written
   */
  public static void createMissing(
      Path folder, Collection<? extends Table<?>> tables, YearMonth month) throws IOException {
    for (Table<?> table : tables) {
      Path place = new Path(folder, table.name());
      if (!place.getFileSystem().exists(place)) {
        create(place, table, month);
      }
    }
  }

  private static <T extends Record> void create(Path place, Table<T> table, YearMonth month)
      throws IOException {
    Path path =
        table.byMonth()
            ? new Path(new Path(place, LakeLayout.monthFolder(month.toString())), NAME)
            : new Path(place, NAME);
    RecoverableWriter files = path.getFileSystem().createRecoverableWriter();
    try (OpenFile<T> file = new OpenFile<>(files, path, table)) {
      files.recoverForCommit(file.finish()).commitAfterRecovery();
    }
  }
}
