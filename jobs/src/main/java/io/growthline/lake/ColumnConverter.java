package io.growthline.lake;

import java.math.BigInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/**
 * Puts a column's values where they belong. Files are ours, or were written anew by other tools,
 * which may hold decimals as integers.
 */
final class ColumnConverter extends PrimitiveConverter {

  private final Consumer<Object> place;

  /** What a value of many bytes is. */
  private final Function<Binary, Object> bytes;

  /** What is read of whole numbers: longs, or ints where the table has these. */
  private final boolean ints;

  /** Whether values have many bytes: only of these there is a dictionary. */
  private final boolean binary;

  private Object[] dictionary;

  private ColumnConverter(
      Consumer<Object> place, Function<Binary, Object> bytes, boolean ints, boolean binary) {
    this.place = place;
    this.bytes = bytes;
    this.ints = ints;
    this.binary = binary;
  }

  /**
   * The converter of a column.
   *
   * @param column as the file has it
   * @param type as the table has it, perhaps nullable
   * @param place takes each value, never null
   * @throws IllegalArgumentException if the file's type is none that fits the table's
   */
  static ColumnConverter of(Type column, Schema type, Consumer<Object> place) {
    Schema present = RowColumns.present(type);
    if (!column.isPrimitive() || !fits(column, present)) {
      throw new IllegalArgumentException("the column " + column + " is none that holds " + present);
    }
    boolean decimal = present.getLogicalType() instanceof LogicalTypes.Decimal;
    Function<Binary, Object> bytes =
        decimal
            ? binary -> new BigInteger(binary.getBytes()).longValueExact()
            : present.getType() == Schema.Type.STRING
                ? Binary::toStringUsingUTF8
                : binary -> binary.toByteBuffer();
    return new ColumnConverter(
        place,
        bytes,
        present.getType() == Schema.Type.INT,
        column.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY);
  }

  private static boolean fits(Type column, Schema type) {
    PrimitiveTypeName physical = column.asPrimitiveType().getPrimitiveTypeName();
    LogicalTypeAnnotation logical = column.getLogicalTypeAnnotation();
    return switch (type.getType()) {
      case BOOLEAN -> physical == PrimitiveTypeName.BOOLEAN;
      case INT -> physical == PrimitiveTypeName.INT32;
      case LONG ->
          physical == PrimitiveTypeName.INT64
              && (type.getLogicalType() == null || isMicroseconds(logical));
      case DOUBLE -> physical == PrimitiveTypeName.DOUBLE;
      case STRING -> physical == PrimitiveTypeName.BINARY;
      case BYTES ->
          type.getLogicalType() instanceof LogicalTypes.Decimal decimal
              ? logical instanceof DecimalLogicalTypeAnnotation found
                  && found.getScale() == decimal.getScale()
              : physical == PrimitiveTypeName.BINARY;
      default -> false;
    };
  }

  private static boolean isMicroseconds(LogicalTypeAnnotation logical) {
    return logical instanceof TimestampLogicalTypeAnnotation timestamp
        && timestamp.getUnit() == TimeUnit.MICROS;
  }

  @Override
  public boolean hasDictionarySupport() {
    return binary;
  }

  /** The same text is then the same object, however many rows have it. */
  @Override
  public void setDictionary(Dictionary values) {
    dictionary = new Object[values.getMaxId() + 1];
    for (int id = 0; id < dictionary.length; id++) {
      dictionary[id] = bytes.apply(values.decodeToBinary(id));
    }
  }

  @Override
  public void addValueFromDictionary(int id) {
    place.accept(dictionary[id]);
  }

  @Override
  public void addBinary(Binary value) {
    place.accept(bytes.apply(value));
  }

  @Override
  public void addBoolean(boolean value) {
    place.accept(value);
  }

  @Override
  public void addDouble(double value) {
    place.accept(value);
  }

  @Override
  public void addInt(int value) {
    place.accept(ints ? (Object) value : (Object) (long) value);
  }

  @Override
  public void addLong(long value) {
    place.accept(value);
  }
}
