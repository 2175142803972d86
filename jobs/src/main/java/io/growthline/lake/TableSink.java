package io.growthline.lake;

import io.growthline.schemas.tables.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.RecoverableWriter;
import org.apache.flink.core.fs.RecoverableWriter.CommitRecoverable;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Writes rows to the files of one table, each row exactly once. Files get their names when the
 * checkpoint that holds their rows, or the batch job's stage, is complete; until then they are
 * hidden and end in something else. All files end at a checkpoint, so there is no state.
 */
final class TableSink<T extends Record> implements Sink<T>, SupportsCommitter<CommitRecoverable> {

  private static final long serialVersionUID = 1L;

  private final Table<T> table;
  private final Path folder;
  private final String fileEnding;
  private final int mostOpenFiles;

  /**
   * @param folder the lake's folder, on any file system on which Flink can write exactly once
   * @param fileEnding what names of finished files end in
   * @param mostOpenFiles months written at once; a further month ends the file longest untouched
   */
  TableSink(Table<T> table, Path folder, String fileEnding, int mostOpenFiles) {
    this.table = table;
    this.folder = new Path(folder, table.name());
    this.fileEnding = fileEnding;
    this.mostOpenFiles = mostOpenFiles;
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
    return new TableSinkWriter<>(table, folder, fileEnding, mostOpenFiles);
  }

  @Override
  public Committer<CommitRecoverable> createCommitter(CommitterInitContext context)
      throws IOException {
    return new FileCommitter(folder.getFileSystem().createRecoverableWriter());
  }

  @Override
  public SimpleVersionedSerializer<CommitRecoverable> getCommittableSerializer() {
    try {
      return folder.getFileSystem().createRecoverableWriter().getCommitRecoverableSerializer();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot reach the file system of " + folder, e);
    }
  }

  /** Gives finished files their names. */
  private record FileCommitter(RecoverableWriter files) implements Committer<CommitRecoverable> {

    @Override
    public void commit(Collection<CommitRequest<CommitRecoverable>> finished) throws IOException {
      for (CommitRequest<CommitRecoverable> file : finished) {
        // After a restart the file may have its name already; then this does nothing.
        files.recoverForCommit(file.getCommittable()).commitAfterRecovery();
      }
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
