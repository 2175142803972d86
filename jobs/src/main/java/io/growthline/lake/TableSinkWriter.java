package io.growthline.lake;

import io.growthline.schemas.tables.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.RecoverableWriter;
import org.apache.flink.core.fs.RecoverableWriter.CommitRecoverable;
import org.apache.flink.util.IOUtils;

/** Writes one subtask's rows, one open file for each month among them. */
final class TableSinkWriter<T extends Record>
    implements CommittingSinkWriter<T, CommitRecoverable> {

  /** In place of a month, where the table is flat. */
  private static final String FLAT = "";

  private final Table<T> table;
  private final Path folder;
  private final String fileEnding;
  private final int mostOpenFiles;
  private final RecoverableWriter files;

  /** No other writer's files, nor those before a restart, have these names. */
  private final String namesStart = "part-" + UUID.randomUUID() + "-";

  private int opened;

  /** By month; the one longest untouched comes first. */
  private final Map<String, OpenFile<T>> open = new LinkedHashMap<>(16, .75f, true);

  private final List<CommitRecoverable> finished = new ArrayList<>();

  TableSinkWriter(Table<T> table, Path folder, String fileEnding, int mostOpenFiles)
      throws IOException {
    this.table = table;
    this.folder = folder;
    this.fileEnding = fileEnding;
    this.mostOpenFiles = mostOpenFiles;
    this.files = folder.getFileSystem().createRecoverableWriter();
  }

  @Override
  public void write(T row, Context context) throws IOException {
    String month = table.byMonth() ? table.month(row) : FLAT;
    OpenFile<T> file = open.get(month);
    if (file == null) {
      makeRoom();
      file = new OpenFile<>(files, nextPath(month), table);
      open.put(month, file);
    }
    file.write(row);
  }

  private void makeRoom() throws IOException {
    if (open.size() >= mostOpenFiles) {
      Iterator<OpenFile<T>> longestUntouchedFirst = open.values().iterator();
      finished.add(longestUntouchedFirst.next().finish());
      longestUntouchedFirst.remove();
    }
  }

  private Path nextPath(String month) {
    String name = namesStart + opened++ + fileEnding;
    return month.equals(FLAT)
        ? new Path(folder, name)
        : new Path(new Path(folder, LakeLayout.monthFolder(month)), name);
  }

  @Override
  public void flush(boolean endOfInput) {
    // Rows are made safe in prepareCommit.
  }

  @Override
  public Collection<CommitRecoverable> prepareCommit() throws IOException {
    for (OpenFile<T> file : open.values()) {
      finished.add(file.finish());
    }
    open.clear();
    List<CommitRecoverable> toCommit = List.copyOf(finished);
    finished.clear();
    return toCommit;
  }

  @Override
  public void close() throws Exception {
    IOUtils.closeAll(open.values());
  }
}
