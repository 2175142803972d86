package io.growthline.schemas.avro;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.ResolvingDecoder;

/** Reads Java records that were written with one schema, resolving it to the current one. */
public final class RecordReader<T extends Record> extends GenericDatumReader<T> {

  private final RecordData<T> data;

  RecordReader(Schema writerSchema, RecordData<T> data) {
    super(writerSchema, data.schema(), data);
    this.data = data;
  }

  /**
   * Reads the one record that the bytes from the offset to the end hold.
   *
   * @throws IOException if they hold anything else; says where, never what
   */
  public T read(byte[] bytes, int offset) throws IOException {
    BoundedDecoder in = new BoundedDecoder(bytes, offset);
    T record;
    try {
      record = read(null, in);
    } catch (IOException | RuntimeException e) {
      // Whatever Avro or the record's constructor objects to, the bytes are at fault.
      throw new IOException(at(in.position(), bytes) + " is not a valid " + name(), e);
    }
    if (in.position() != bytes.length) {
      throw new IOException(at(in.position(), bytes) + " is past the end of the " + name());
    }
    return record;
  }

  private String name() {
    return data.schema().getName();
  }

  private static String at(int position, byte[] bytes) {
    return "byte " + position + " of " + bytes.length;
  }

  @Override
  protected Object readRecord(Object old, Schema record, ResolvingDecoder in) throws IOException {
    Object[] components = new Object[record.getFields().size()];
    for (Schema.Field field : in.readFieldOrder()) {
      components[field.pos()] = read(null, field.schema(), in);
    }
    return data.newRecord(record, components);
  }

  @Override
  protected Object readString(Object old, Schema schema, Decoder in) throws IOException {
    return in.readString();
  }

  @Override
  protected Object readBytes(Object old, Schema schema, Decoder in) throws IOException {
    ByteBuffer buffer = in.readBytes(null);
    if (schema.getLogicalType() != null) {
      return buffer;
    }
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }
}
