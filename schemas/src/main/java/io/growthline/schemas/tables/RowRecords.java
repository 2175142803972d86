package io.growthline.schemas.tables;

import io.growthline.schemas.avro.RecordData;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * Makes records of a table's rows again: the inverse of {@link TableRows}. A column that a file is
 * too old to have, or that is null where the record allows none, is what the record's schema has as
 * its default. Thread-safe.
 */
public final class RowRecords<T extends Record> {

  private final RecordData<T> records;
  private final List<UnaryOperator<Object>> components;

  private RowRecords(Class<T> type) {
    this.records = RecordData.of(type);
    JsonText json = new JsonText(records);
    this.components =
        records.schema().getFields().stream()
            .map(field -> component(field.schema(), json))
            .toList();
  }

  /** Makes records of this class. */
  public static <T extends Record> RowRecords<T> of(Class<T> type) {
    return new RowRecords<>(type);
  }

  /**
   * The record that a row was made of.
   *
   * @param row the columns' values in the order of {@link TableSchema}, each as {@link
   *     TableRows#value} tells it; null: there is none
   * @throws IllegalArgumentException if a value that has to be there is missing, or a text is not
   *     what its column holds
   */
  @SuppressWarnings("unchecked") // the schema is that of T
  public T record(Object[] row) {
    Object[] values = new Object[row.length];
    for (Schema.Field field : records.schema().getFields()) {
      Object value = row[field.pos()];
      values[field.pos()] =
          value == null ? missing(field) : components.get(field.pos()).apply(value);
    }
    return (T) records.newRecord(records.schema(), values);
  }

  private Object missing(Schema.Field field) {
    Schema type = field.schema();
    if (type.isNullable()) {
      return null;
    }
    if (!field.hasDefaultValue()) {
      throw new IllegalArgumentException(
          "a row of " + records.schema().getName() + " lacks " + field.name());
    }
    return type.getType() == Schema.Type.ENUM
        ? records.createEnum((String) field.defaultVal(), type)
        : field.defaultVal();
  }

  private UnaryOperator<Object> component(Schema type, JsonText json) {
    if (type.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
      return micros -> Math.floorDiv((Long) micros, 1000L);
    }
    return switch (type.getType()) {
      case UNION -> component(type.getTypes().get(1), json);
      case ENUM -> symbol -> json.constant(type, (String) symbol);
      case ARRAY, MAP, RECORD -> text -> json.read(type, (String) text);
      case BYTES ->
          type.getLogicalType() == null
              ? bytes -> copy((ByteBuffer) bytes)
              : UnaryOperator.identity();
      default -> UnaryOperator.identity();
    };
  }

  private static byte[] copy(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
