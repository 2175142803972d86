package io.growthline.lake;

import io.growthline.schemas.tables.RowRecords;
import io.growthline.schemas.tables.Table;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;

/** Gathers a row's values and makes a record of them. */
final class RowMaterializer<T extends Record> extends RecordMaterializer<T> {

  private final RowRecords<T> records;
  private final Object[] row;
  private final GroupConverter root;

  /**
   * @param columns some of the table's
   * @throws IllegalArgumentException if one of them is of another type than the table's
   */
  RowMaterializer(Table<T> table, MessageType columns) {
    this.records = RowRecords.of(table.rowType());
    this.row = new Object[table.schema().getFields().size()];
    Converter[] converters =
        columns.getFields().stream()
            .map(
                column -> {
                  Schema.Field field = table.schema().getField(column.getName());
                  Consumer<Object> place = value -> row[field.pos()] = value;
                  return ColumnConverter.of(column, field.schema(), place);
                })
            .toArray(Converter[]::new);
    this.root = new Root(converters, row);
  }

  @Override
  public T getCurrentRecord() {
    return records.record(row);
  }

  @Override
  public GroupConverter getRootConverter() {
    return root;
  }

  private static final class Root extends GroupConverter {

    private final Converter[] columns;
    private final Object[] row;

    Root(Converter[] columns, Object[] row) {
      this.columns = columns;
      this.row = row;
    }

    @Override
    public Converter getConverter(int column) {
      return columns[column];
    }

    @Override
    public void start() {
      // Of what is null in the next row nothing is heard.
      Arrays.fill(row, null);
    }

    @Override
    public void end() {
      // The record is made when it is asked for.
    }
  }
}
