package io.growthline.schemas.tables;

import io.growthline.schemas.avro.RecordSchemas;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * Derives a table's columns from the schema of its record: names in snake_case, enums, lists, maps
 * and nested records as text, instants in microseconds; the rest, and every doc, as it is.
 */
public final class TableSchema {

  private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])[A-Z]");

  private static final ClassValue<Schema> SCHEMAS =
      new ClassValue<>() {
        @Override
        protected Schema computeValue(Class<?> type) {
          return table(RecordSchemas.of(type.asSubclass(Record.class)));
        }
      };

  private TableSchema() {}

  /** The schema of the table whose rows are records of this class. */
  public static Schema of(Class<? extends Record> type) {
    return SCHEMAS.get(type);
  }

  /** The column of a record component: {@code activityId} is {@code activity_id}. */
  public static String columnName(String component) {
    return WORD_START
        .matcher(component)
        .replaceAll(start -> "_" + start.group().toLowerCase(Locale.ROOT));
  }

  private static Schema table(Schema record) {
    return Schema.createRecord(
        record.getName(),
        record.getDoc(),
        record.getNamespace() + ".tables",
        false,
        record.getFields().stream().map(TableSchema::column).toList());
  }

  private static Schema.Field column(Schema.Field field) {
    Schema type = field.schema();
    if (type.getType() == Schema.Type.UNION) {
      Schema nullable =
          Schema.createUnion(Schema.create(Schema.Type.NULL), columnType(type.getTypes().get(1)));
      return new Schema.Field(
          columnName(field.name()), nullable, field.doc(), Schema.Field.NULL_DEFAULT_VALUE);
    }
    return new Schema.Field(columnName(field.name()), columnType(type), field.doc());
  }

  private static Schema columnType(Schema type) {
    if (type.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
      return LogicalTypes.timestampMicros().addToSchema(Schema.create(Schema.Type.LONG));
    }
    return switch (type.getType()) {
      case ENUM, ARRAY, MAP, RECORD -> Schema.create(Schema.Type.STRING);
      default -> type;
    };
  }
}
