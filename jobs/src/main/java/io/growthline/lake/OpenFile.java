package io.growthline.lake;

import io.growthline.schemas.tables.Table;
import java.io.Closeable;
import java.io.IOException;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.RecoverableFsDataOutputStream;
import org.apache.flink.core.fs.RecoverableWriter;
import org.apache.parquet.hadoop.ParquetWriter;

/** A file being written; it has its name only once what {@link #finish} returns is committed. */
final class OpenFile<T extends Record> implements Closeable {

  private final RecoverableFsDataOutputStream out;
  private final ParquetWriter<T> rows;

  OpenFile(RecoverableWriter files, Path path, Table<T> table) throws IOException {
    this.out = files.open(path);
    this.rows = RowWriter.open(table, new StreamOutputFile(out));
  }

  void write(T row) throws IOException {
    rows.write(row);
  }

  RecoverableWriter.CommitRecoverable finish() throws IOException {
    rows.close();
    return out.closeForCommit().getRecoverable();
  }

  /** Gives the file up, unfinished. */
  @Override
  public void close() throws IOException {
    out.close();
  }
}
