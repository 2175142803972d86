package io.growthline.schemas.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/**
 * Avro's view of Java records: schema fields are record components, decimals are longs that count
 * the last digit, bytes are byte arrays, and an enum symbol newer than this reader is {@code
 * UNKNOWN}. Thread-safe.
 *
 * <p>{@code java.lang.Record} is spelled out since {@code GenericData} has a {@code Record} of its
 * own.
 */
public final class RecordData<T extends java.lang.Record> extends GenericData {

  private static final ClassValue<RecordData<?>> OF_CURRENT_SCHEMA =
      new ClassValue<>() {
        @Override
        protected RecordData<?> computeValue(Class<?> type) {
          Class<? extends java.lang.Record> recordClass = type.asSubclass(java.lang.Record.class);
          return new RecordData<>(recordClass, RecordSchemas.of(recordClass));
        }
      };

  private final Schema schema;
  private final RecordBinding binding;
  private final RecordWriter<T> writer;

  /**
   * Binds a record class to a schema other than its own.
   *
   * @throws IllegalArgumentException if components and fields differ
   */
  public RecordData(Class<T> type, Schema schema) {
    this.schema = schema;
    this.binding = new RecordBinding(type, schema);
    addLogicalTypeConversion(new UnscaledDecimal());
    // The fast reader would go past RecordReader and build generic records.
    setFastReaderEnabled(false);
    this.writer = new RecordWriter<>(schema, this);
  }

  /** The record class bound to its current schema, {@link RecordSchemas#of}. */
  @SuppressWarnings("unchecked") // computeValue binds exactly this class
  public static <T extends java.lang.Record> RecordData<T> of(Class<T> type) {
    return (RecordData<T>) OF_CURRENT_SCHEMA.get(type);
  }

  /** The schema this class is written with and read into. */
  public Schema schema() {
    return schema;
  }

  /** Reads records that were written with that schema, an older or a newer one. */
  public RecordReader<T> reader(Schema writerSchema) {
    return new RecordReader<>(writerSchema, this);
  }

  /**
   * The canonical binary encoding, maps sorted by key.
   *
   * @param header bytes put before it, such as those of a wire format
   */
  public byte[] encode(byte[] header, T record) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    try {
      out.write(header);
      // With a buffer: each single write to such a stream takes a lock.
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
      writer.write(record, encoder);
      encoder.flush();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array refused a write", e);
    }
  }

  @Override
  public Object getField(Object record, String name, int position) {
    return RecordShape.of(record.getClass()).component(record, position);
  }

  @Override
  protected boolean isRecord(Object datum) {
    return datum instanceof java.lang.Record;
  }

  @Override
  protected Schema getRecordSchema(Object record) {
    return binding.schema(record.getClass());
  }

  @Override
  protected boolean isEnum(Object datum) {
    return datum instanceof Enum<?>;
  }

  @Override
  protected boolean isBytes(Object datum) {
    return datum instanceof byte[] || super.isBytes(datum);
  }

  /** Every union here is {@code [null, T]}. */
  @Override
  public int resolveUnion(Schema union, Object datum) {
    return datum == null ? 0 : 1;
  }

  @Override
  public Object createEnum(String symbol, Schema enumeration) {
    return binding.constant(enumeration, symbol);
  }

  @Override
  public Object newArray(Object old, int size, Schema array) {
    return new ArrayList<>(size);
  }

  /**
   * Puts a record together: the inverse of {@link #getField}.
   *
   * @param record the schema of this class, or of a record in it
   * @param components by position; their types are not checked before
   */
  public Object newRecord(Schema record, Object[] components) {
    return binding.shape(record).construct(components);
  }
}
