package io.growthline.lake;

import io.growthline.schemas.tables.Table;
import io.growthline.schemas.tables.TableRows;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/**
 * Hands a table's rows to Parquet; refuses those that lack what no row may lack. Parquet's own
 * support for Avro finds each value's type anew, which took a third of the time of writing a wide
 * table.
 */
final class RowWriteSupport<T extends Record> extends WriteSupport<T> {

  private final Table<T> table;
  private final TableRows<T> rows;
  private final Column[] columns;
  private RecordConsumer consumer;

  RowWriteSupport(Table<T> table) {
    this.table = table;
    this.rows = TableRows.of(table.rowType());
    this.columns = table.schema().getFields().stream().map(Column::of).toArray(Column[]::new);
  }

  @Override
  public WriteContext init(ParquetConfiguration settings) {
    return new WriteContext(RowColumns.of(table), Map.of());
  }

  @Override
  @SuppressWarnings("deprecation") // abstract, so it has to be here
  public WriteContext init(Configuration hadoop) {
    throw new UnsupportedOperationException("there is no Hadoop here");
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    consumer = recordConsumer;
  }

  @Override
  public void write(T row) {
    consumer.startMessage();
    for (int i = 0; i < columns.length; i++) {
      Object value = rows.value(row, i);
      if (value != null) {
        consumer.startField(columns[i].name, i);
        columns[i].writer.write(consumer, value);
        consumer.endField(columns[i].name, i);
      } else if (!columns[i].nullable) {
        // Parquet would write a file that cannot be read.
        throw new IllegalArgumentException(
            "a row of " + table.name() + " lacks " + columns[i].name);
      }
    }
    consumer.endMessage();
  }

  private record Column(String name, boolean nullable, ValueWriter writer) {

    static Column of(Schema.Field field) {
      return new Column(field.name(), field.schema().isNullable(), ValueWriter.of(field.schema()));
    }
  }

  /** Writes values of one type. */
  private interface ValueWriter {

    void write(RecordConsumer consumer, Object value);

    static ValueWriter of(Schema column) {
      return switch (RowColumns.present(column).getType()) {
        case BOOLEAN -> (consumer, value) -> consumer.addBoolean((Boolean) value);
        case INT -> (consumer, value) -> consumer.addInteger((Integer) value);
        case DOUBLE -> (consumer, value) -> consumer.addDouble((Double) value);
        case STRING -> (consumer, value) -> consumer.addBinary(Binary.fromString((String) value));
        case LONG -> WHOLE;
        case BYTES ->
            RowColumns.present(column).getLogicalType() == null
                ? (consumer, value) ->
                    consumer.addBinary(Binary.fromConstantByteBuffer((ByteBuffer) value))
                : WHOLE;
        default -> throw new IllegalArgumentException("no table has a column of type " + column);
      };
    }

    ValueWriter WHOLE = (consumer, value) -> consumer.addLong((Long) value);
  }
}
