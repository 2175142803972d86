package io.growthline.schemas.tables;

import io.growthline.schemas.avro.RecordData;
import io.growthline.schemas.avro.UnscaledDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Takes records apart into the values of their table's columns. Thread-safe. */
public final class TableRows<T extends Record> {

  private final RecordData<T> records;
  private final List<UnaryOperator<Object>> columns;

  private TableRows(Class<T> type) {
    this.records = RecordData.of(type);
    JsonText json = new JsonText(records);
    this.columns =
        records.schema().getFields().stream().map(field -> column(field.schema(), json)).toList();
  }

  /** Takes records of this class apart. */
  public static <T extends Record> TableRows<T> of(Class<T> type) {
    return new TableRows<>(type);
  }

  /**
   * What a row has in a column.
   *
   * @param column position in {@link TableSchema#of}
   * @return as that schema types it, or null; text is a String, a decimal a Long that counts the
   *     last digit, an instant a Long in microseconds, bytes are a ByteBuffer
   * @throws org.apache.avro.AvroTypeException if a decimal has more digits than its column
   */
  public Object value(T row, int column) {
    Object value = records.getField(row, null, column);
    return value == null ? null : columns.get(column).apply(value);
  }

  private static UnaryOperator<Object> column(Schema type, JsonText json) {
    if (type.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
      return millis -> Math.multiplyExact((Long) millis, 1000L);
    }
    if (type.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
      return value -> {
        UnscaledDecimal.requirePrecision((Long) value, decimal);
        return value;
      };
    }
    return switch (type.getType()) {
      case UNION -> column(type.getTypes().get(1), json);
      case ENUM -> value -> ((Enum<?>) value).name();
      case ARRAY, MAP, RECORD -> value -> json.of(type, value);
      case BYTES -> value -> ByteBuffer.wrap((byte[]) value);
      default -> UnaryOperator.identity();
    };
  }
}
