package io.growthline.schemas.tables;

import io.growthline.schemas.avro.RecordData;
import io.growthline.schemas.avro.UnscaledDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/**
 * Avro's view of Java records as rows of their table: give it to a writer together with {@link
 * TableSchema#of}. Thread-safe.
 */
public final class TableRows<T extends java.lang.Record> extends GenericData {

  private final RecordData<T> records;
  private final List<UnaryOperator<Object>> columns;

  private TableRows(Class<T> type) {
    this.records = RecordData.of(type);
    JsonText json = new JsonText(records);
    this.columns =
        records.schema().getFields().stream().map(field -> column(field.schema(), json)).toList();
    addLogicalTypeConversion(new UnscaledDecimal());
  }

  /** The view of this class's records as rows. */
  public static <T extends java.lang.Record> TableRows<T> of(Class<T> type) {
    return new TableRows<>(type);
  }

  /** The value of the column at that position, as {@link TableSchema} types it, or null. */
  @Override
  public Object getField(Object record, String column, int position) {
    Object value = records.getField(record, column, position);
    return value == null ? null : columns.get(position).apply(value);
  }

  private static UnaryOperator<Object> column(Schema type, JsonText json) {
    if (type.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
      return millis -> Math.multiplyExact((Long) millis, 1000L);
    }
    return switch (type.getType()) {
      case UNION -> column(type.getTypes().get(1), json);
      case ENUM -> value -> ((Enum<?>) value).name();
      case ARRAY, MAP, RECORD -> value -> json.of(type, value);
      case BYTES ->
          type.getLogicalType() == null
              ? value -> ByteBuffer.wrap((byte[]) value)
              : UnaryOperator.identity();
      default -> UnaryOperator.identity();
    };
  }
}
