package io.growthline.schemas.avro;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Conversion;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * A decimal kept as a long that counts its last digit: decimal(12,2) as hundredths, decimal(18,6)
 * as millionths.
 */
public final class UnscaledDecimal extends Conversion<Long> {

  /** Most digits that always fit a long. */
  static final int MAX_PRECISION = 18;

  private static final long[] POWERS_OF_TEN = new long[MAX_PRECISION + 1];

  static {
    POWERS_OF_TEN[0] = 1;
    for (int i = 1; i <= MAX_PRECISION; i++) {
      POWERS_OF_TEN[i] = 10 * POWERS_OF_TEN[i - 1];
    }
  }

  @Override
  public Class<Long> getConvertedType() {
    return Long.class;
  }

  @Override
  public String getLogicalTypeName() {
    return "decimal";
  }

  @Override
  public ByteBuffer toBytes(Long value, Schema schema, LogicalType type) {
    requirePrecision(value, (LogicalTypes.Decimal) type);
    return ByteBuffer.wrap(BigInteger.valueOf(value).toByteArray());
  }

  @Override
  public Long fromBytes(ByteBuffer bytes, Schema schema, LogicalType type) {
    if (bytes.remaining() == 0 || bytes.remaining() > Long.BYTES) {
      throw new AvroTypeException("a decimal of " + bytes.remaining() + " bytes");
    }
    long value = bytes.get(bytes.position());
    for (int i = bytes.position() + 1; i < bytes.limit(); i++) {
      value = value << 8 | (bytes.get(i) & 0xff);
    }
    requirePrecision(value, (LogicalTypes.Decimal) type);
    return value;
  }

  /**
   * Refuses what has more digits than the type.
   *
   * @param value counts the last digit
   * @throws AvroTypeException if there are too many
   */
  public static void requirePrecision(long value, LogicalTypes.Decimal type) {
    long bound = POWERS_OF_TEN[type.getPrecision()];
    if (value <= -bound || value >= bound) {
      throw new AvroTypeException("a decimal out of range: " + type);
    }
  }
}
