package io.growthline.lake;

import io.growthline.schemas.tables.Table;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.enumerate.FileEnumerator;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.Path;

/**
 * Reads a table back, once: every row of every finished file, as the record it was made of. A live
 * lake holds what its topics held, so a row may be there again.
 */
public final class TableSource {

  /** A table's folder, that of a month, and one to spare. */
  private static final int DEEPEST = 3;

  private TableSource() {}

  /**
   * The source over a table's files; hidden ones, and those not finished, are left alone.
   *
   * @param lake folder of the tables, on any of Flink's file systems
   * @throws FileNotFoundException if the table has no folder, or no file in it
   * @throws IOException if the folder cannot be read
   */
  public static <T extends Record> FileSource<T> of(Path lake, Table<T> table) throws IOException {
    Path folder = new Path(lake, table.name());
    if (!folder.getFileSystem().exists(folder) || files(folder, 0).isEmpty()) {
      throw new FileNotFoundException(
          lake + " holds no table " + table.name() + ": no Parquet file is in " + folder);
    }
    return FileSource.forBulkFileFormat(new TableFormat<>(table), folder)
        .setFileEnumerator(TableFiles::new)
        .build();
  }

  private static List<FileStatus> files(Path folder, int depth) throws IOException {
    List<FileStatus> files = new ArrayList<>();
    for (FileStatus entry : folder.getFileSystem().listStatus(folder)) {
      String name = entry.getPath().getName();
      if (name.startsWith(".") || name.startsWith("_")) {
        continue;
      }
      if (!entry.isDir() && name.endsWith(LakeLayout.FINISHED)) {
        files.add(entry);
      } else if (entry.isDir() && depth < DEEPEST) {
        files.addAll(files(entry.getPath(), depth + 1));
      }
    }
    files.sort(Comparator.comparing(file -> file.getPath().toString()));
    return files;
  }

  /** One split for each file: a writer ends them before they grow too large for one reader. */
  private static final class TableFiles implements FileEnumerator, Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public Collection<FileSourceSplit> enumerateSplits(Path[] folders, int desired)
        throws IOException {
      List<FileSourceSplit> splits = new ArrayList<>();
      for (Path folder : folders) {
        for (FileStatus file : files(folder, 0)) {
          splits.add(
              new FileSourceSplit(
                  Integer.toString(splits.size()),
                  file.getPath(),
                  0,
                  file.getLen(),
                  file.getModificationTime(),
                  file.getLen()));
        }
      }
      return splits;
    }
  }
}
