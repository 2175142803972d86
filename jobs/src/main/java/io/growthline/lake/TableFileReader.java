package io.growthline.lake;

import io.growthline.schemas.tables.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.ArrayResultIterator;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.core.fs.Path;

/** Hands out one file's records in batches. */
final class TableFileReader<T extends Record> implements BulkFormat.Reader<T> {

  /** Records handed to Flink at once. */
  private static final int BATCH = 200;

  private final Path file;
  private final RowReader<T> rows;
  private long handedOut;

  TableFileReader(Table<T> table, Path file, long length) throws IOException {
    this.file = file;
    try {
      this.rows = RowReader.open(table, file, length);
    } catch (IOException | RuntimeException e) {
      throw unreadable(e);
    }
  }

  /** Reads past records that were handed out before a restart. */
  void skip(long records) throws IOException {
    while (handedOut < records && next() != null) {
      handedOut++;
    }
  }

  @Override
  public BulkFormat.RecordIterator<T> readBatch() throws IOException {
    List<T> batch = new ArrayList<>(BATCH);
    while (batch.size() < BATCH) {
      T row = next();
      if (row == null) {
        break;
      }
      batch.add(row);
    }
    if (batch.isEmpty()) {
      return null;
    }
    ArrayResultIterator<T> iterator = new ArrayResultIterator<>();
    @SuppressWarnings("unchecked") // only records are in it
    T[] records = (T[]) batch.toArray(Record[]::new);
    iterator.set(records, records.length, CheckpointedPosition.NO_OFFSET, handedOut);
    handedOut += records.length;
    return iterator;
  }

  /** The next record, or null at the end. */
  private T next() throws IOException {
    try {
      return rows.read();
    } catch (IOException | RuntimeException e) {
      throw unreadable(e);
    }
  }

  /** Whatever Parquet or the record objects to, the file is at fault, and has to be named. */
  private IOException unreadable(Exception cause) {
    return new IOException(file + " is no file of its table: " + cause.getMessage(), cause);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
