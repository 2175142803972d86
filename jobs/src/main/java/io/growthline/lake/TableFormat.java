package io.growthline.lake;

import io.growthline.schemas.tables.Table;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;

/** A Parquet file as the records of its table. */
final class TableFormat<T extends Record> implements BulkFormat<T, FileSourceSplit> {

  private static final long serialVersionUID = 1L;

  private final Table<T> table;

  TableFormat(Table<T> table) {
    this.table = table;
  }

  @Override
  public Reader<T> createReader(Configuration config, FileSourceSplit split) throws IOException {
    return new TableFileReader<>(table, split.path(), split.fileSize());
  }

  @Override
  public Reader<T> restoreReader(Configuration config, FileSourceSplit split) throws IOException {
    TableFileReader<T> reader = new TableFileReader<>(table, split.path(), split.fileSize());
    reader.skip(
        split.getReaderPosition().map(CheckpointedPosition::getRecordsAfterOffset).orElse(0L));
    return reader;
  }

  @Override
  public boolean isSplittable() {
    return false;
  }

  @Override
  public TypeInformation<T> getProducedType() {
    return TypeInformation.of(table.rowType());
  }
}
