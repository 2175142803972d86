package io.growthline.lake;

import io.growthline.schemas.tables.Table;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** How a table's columns are laid down in Parquet: flat, and decimals as whole numbers. */
final class RowColumns {

  private RowColumns() {}

  /** The columns of a table. */
  static MessageType of(Table<?> table) {
    Type[] columns =
        table.schema().getFields().stream().map(RowColumns::column).toArray(Type[]::new);
    return Types.buildMessage().addFields(columns).named(table.schema().getName());
  }

  private static Type column(Schema.Field field) {
    boolean nullable = field.schema().isNullable();
    Schema type = present(field.schema());
    return Types.primitive(
            physical(type), nullable ? Type.Repetition.OPTIONAL : Type.Repetition.REQUIRED)
        .as(logical(type))
        .named(field.name());
  }

  /** The type of a column's values that are not null. */
  static Schema present(Schema column) {
    return column.isUnion() ? column.getTypes().get(1) : column;
  }

  private static PrimitiveTypeName physical(Schema type) {
    return switch (type.getType()) {
      case BOOLEAN -> PrimitiveTypeName.BOOLEAN;
      case INT -> PrimitiveTypeName.INT32;
      case LONG -> PrimitiveTypeName.INT64;
      case DOUBLE -> PrimitiveTypeName.DOUBLE;
      case STRING -> PrimitiveTypeName.BINARY;
      // No decimal of ours has more digits than a long.
      case BYTES ->
          type.getLogicalType() == null ? PrimitiveTypeName.BINARY : PrimitiveTypeName.INT64;
      default -> throw new IllegalArgumentException("no table has a column of type " + type);
    };
  }

  /** What the numbers and bytes stand for; null: just that. */
  private static LogicalTypeAnnotation logical(Schema type) {
    if (type.getType() == Schema.Type.STRING) {
      return LogicalTypeAnnotation.stringType();
    }
    if (type.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
      return LogicalTypeAnnotation.decimalType(decimal.getScale(), decimal.getPrecision());
    }
    if (type.getLogicalType() instanceof LogicalTypes.TimestampMicros) {
      return LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS);
    }
    return type.getLogicalType() instanceof LogicalTypes.Date
        ? LogicalTypeAnnotation.dateType()
        : null;
  }
}
