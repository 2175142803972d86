package io.growthline.lake;

import io.growthline.schemas.tables.Table;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.Path;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Reads a file of a table's rows as the records they were made of, group of rows by group of rows.
 * Parquet's own reader cannot even be loaded without Hadoop's classes.
 */
final class RowReader<T extends Record> implements Closeable {

  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  /** Length of the footer, and the magic, at the very end. */
  private static final int TAIL = Integer.BYTES + MAGIC.length;

  private static final int MOST_FOOTER_BYTES = 64 * 1024 * 1024;

  private final FSDataInputStream in;
  private final RowMaterializer<T> records;
  private final MessageColumnIO columns;
  private final MessageType wanted;
  private final Iterator<BlockMetaData> groups;
  private RecordReader<T> group;
  private long leftInGroup;

  private RowReader(Table<T> table, FSDataInputStream in, long length) throws IOException {
    this.in = in;
    ParquetMetadata footer = footer(in, length);
    MessageType file = footer.getFileMetaData().getSchema();
    this.wanted = wanted(table, file);
    this.records = new RowMaterializer<>(table, wanted);
    this.columns =
        new ColumnIOFactory(footer.getFileMetaData().getCreatedBy()).getColumnIO(wanted, file);
    this.groups = footer.getBlocks().iterator();
  }

  /**
   * Opens a file.
   *
   * @throws IOException if it is no Parquet file, or a column is of another type than the table's
   */
  static <T extends Record> RowReader<T> open(Table<T> table, Path path, long length)
      throws IOException {
    FSDataInputStream in = path.getFileSystem().open(path);
    try {
      return new RowReader<>(table, in, length);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static ParquetMetadata footer(FSDataInputStream in, long length) throws IOException {
    if (length < MAGIC.length + TAIL) {
      throw new IOException("too short for a Parquet file");
    }
    in.seek(length - TAIL);
    ByteBuffer tail = ByteBuffer.wrap(readFully(in, TAIL)).order(ByteOrder.LITTLE_ENDIAN);
    int size = tail.getInt();
    byte[] magic = new byte[MAGIC.length];
    tail.get(magic);
    if (!Arrays.equals(magic, MAGIC)
        || size < 0
        || size > Math.min(MOST_FOOTER_BYTES, length - TAIL)) {
      throw new IOException("no Parquet file");
    }
    in.seek(length - TAIL - size);
    return new ParquetMetadataConverter()
        .readParquetMetadata(
            new ByteArrayInputStream(readFully(in, size)), ParquetMetadataConverter.NO_FILTER);
  }

  static byte[] readFully(FSDataInputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("the file is cut off");
    }
    return bytes;
  }

  /** Those of the file's columns that the table has. */
  private static MessageType wanted(Table<?> table, MessageType file) {
    List<Type> columns =
        file.getFields().stream()
            .filter(column -> table.schema().getField(column.getName()) != null)
            .toList();
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("no column is one of the table " + table.name());
    }
    return new MessageType(file.getName(), columns);
  }

  /** The next record, or null at the end. */
  T read() throws IOException {
    while (leftInGroup == 0) {
      if (!groups.hasNext()) {
        return null;
      }
      RowGroup next = RowGroup.read(in, groups.next(), wanted);
      leftInGroup = next.getRowCount();
      group = columns.getRecordReader(next, records);
    }
    leftInGroup--;
    return group.read();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
