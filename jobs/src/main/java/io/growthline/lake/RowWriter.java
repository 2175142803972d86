package io.growthline.lake;

import io.growthline.schemas.tables.Table;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/** Writes a table's rows as Parquet, compressed with Zstandard, without Hadoop's classes. */
final class RowWriter {

  /** Large enough to scan fast, small enough to have one for each table in memory. */
  private static final long ROW_GROUP_BYTES = 16L * 1024 * 1024;

  private RowWriter() {}

  static <T extends Record> ParquetWriter<T> open(Table<T> table, OutputFile file)
      throws IOException {
    return new Builder<>(file, table)
        .withConf(new PlainParquetConfiguration())
        .withCodecFactory(new ZstdCodecFactory())
        .withCompressionCodec(CompressionCodecName.ZSTD)
        .withRowGroupSize(ROW_GROUP_BYTES)
        .build();
  }

  private static final class Builder<T extends Record>
      extends ParquetWriter.Builder<T, Builder<T>> {

    private final Table<T> table;

    Builder(OutputFile file, Table<T> table) {
      super(file);
      this.table = table;
    }

    @Override
    protected Builder<T> self() {
      return this;
    }

    @Override
    protected WriteSupport<T> getWriteSupport(ParquetConfiguration settings) {
      return new RowWriteSupport<>(table);
    }

    @Override
    @SuppressWarnings("deprecation") // abstract, so it has to be here
    protected WriteSupport<T> getWriteSupport(Configuration hadoop) {
      throw new UnsupportedOperationException("there is no Hadoop here");
    }
  }
}
