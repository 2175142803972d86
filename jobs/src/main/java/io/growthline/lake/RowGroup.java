package io.growthline.lake;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.schema.MessageType;

/** The columns of one group of rows, in memory. */
final class RowGroup implements PageReadStore {

  /** Ours have 16 MB before they are compressed, in all columns together. */
  private static final long MOST_COLUMN_BYTES = 512L * 1024 * 1024;

  private final long rows;
  private final Map<ColumnDescriptor, PageReader> columns;

  private RowGroup(long rows, Map<ColumnDescriptor, PageReader> columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /** Reads those columns that are wanted. */
  static RowGroup read(FSDataInputStream in, BlockMetaData group, MessageType wanted)
      throws IOException {
    Map<ColumnDescriptor, PageReader> columns = new HashMap<>();
    for (ColumnChunkMetaData chunk : group.getColumns()) {
      String[] path = chunk.getPath().toArray();
      if (wanted.containsPath(path)) {
        columns.put(wanted.getColumnDescription(path), read(in, chunk));
      }
    }
    return new RowGroup(group.getRowCount(), columns);
  }

  private static PageReader read(FSDataInputStream in, ColumnChunkMetaData chunk)
      throws IOException {
    long size = chunk.getTotalSize();
    if (size < 0 || size > MOST_COLUMN_BYTES) {
      throw new IOException("a column of " + size + " bytes is too large");
    }
    in.seek(chunk.getStartingPos());
    return new ColumnPages(RowReader.readFully(in, (int) size), chunk);
  }

  @Override
  public PageReader getPageReader(ColumnDescriptor column) {
    return columns.get(column);
  }

  @Override
  public long getRowCount() {
    return rows;
  }
}
