package io.growthline.schemas.wire;

import io.growthline.schemas.avro.RecordData;
import io.growthline.schemas.avro.RecordReader;
import io.growthline.schemas.avro.RecordSchemas;
import io.growthline.schemas.wire.UnreadableMessageException.Reason;
import java.io.IOException;
import java.io.ObjectStreamException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * Avro's single-object encoding: the marker {@code C3 01}, the CRC-64-AVRO fingerprint of the
 * writer's schema (little endian), the record in Avro binary. Reads what was written with the
 * current schema or a predecessor.
 */
public final class SingleObjectEncoding<T extends Record> implements WireFormat<T> {

  private static final long serialVersionUID = 1L;
  private static final short MARKER = (short) 0xC301;
  private static final int HEADER_BYTES = Short.BYTES + Long.BYTES;

  private final Class<T> type;
  private final transient RecordData<T> data;
  private final transient byte[] header;
  private final transient Map<Long, RecordReader<T>> readers = new HashMap<>();

  SingleObjectEncoding(Class<T> type, RecordData<T> data, List<Schema> predecessors) {
    this.type = type;
    this.data = data;
    this.header = header(data.schema());
    predecessors.forEach(this::addReader);
    addReader(data.schema());
  }

  /**
   * The encoding of this class's records.
   *
   * @throws IllegalArgumentException if the class has no schema, or does not fit it
   */
  public static <T extends Record> SingleObjectEncoding<T> of(Class<T> type) {
    return new SingleObjectEncoding<>(type, RecordData.of(type), RecordSchemas.predecessors(type));
  }

  private void addReader(Schema writerSchema) {
    readers.put(SchemaNormalization.parsingFingerprint64(writerSchema), data.reader(writerSchema));
  }

  private static byte[] header(Schema schema) {
    return ByteBuffer.allocate(HEADER_BYTES)
        .putShort(MARKER)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(SchemaNormalization.parsingFingerprint64(schema))
        .array();
  }

  @Override
  public byte[] encode(T value) {
    return data.encode(header, value);
  }

  @Override
  public T decode(byte[] message) throws UnreadableMessageException {
    if (message.length < HEADER_BYTES) {
      throw new UnreadableMessageException(
          Reason.TOO_SHORT, message.length + " bytes, the header alone has " + HEADER_BYTES);
    }
    ByteBuffer start = ByteBuffer.wrap(message);
    if (start.getShort() != MARKER) {
      throw new UnreadableMessageException(
          Reason.UNKNOWN_MARKER, "does not start with C301, single-object encoding's marker");
    }
    long fingerprint = start.order(ByteOrder.LITTLE_ENDIAN).getLong();
    RecordReader<T> reader = readers.get(fingerprint);
    if (reader == null) {
      throw new UnreadableMessageException(
          Reason.UNKNOWN_FINGERPRINT,
          "no " + type.getSimpleName() + " schema has " + HexFormat.of().toHexDigits(fingerprint));
    }
    try {
      return reader.read(message, HEADER_BYTES);
    } catch (IOException e) {
      throw new UnreadableMessageException(Reason.MALFORMED_AVRO, e.getMessage());
    }
  }

  /** Serialised as its class alone; schemas are those of the release that reads it. */
  private Object readResolve() throws ObjectStreamException {
    return of(type);
  }
}
