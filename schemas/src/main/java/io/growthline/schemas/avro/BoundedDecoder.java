package io.growthline.schemas.avro;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.apache.avro.AvroTypeException;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;

/**
 * Reads Avro's binary encoding from a byte array. Avro's own decoder allocates what a length in the
 * data asks for, up to 2 GiB; here nothing can be longer than the bytes that are left, and no
 * collection can have more elements (none of our elements is empty).
 */
final class BoundedDecoder extends Decoder {

  private static final int MAX_VARINT_BITS = 63;

  private final byte[] bytes;
  private int position;

  BoundedDecoder(byte[] bytes, int offset) {
    this.bytes = bytes;
    this.position = offset;
  }

  /** Index of the next byte to read. */
  int position() {
    return position;
  }

  @Override
  public void readNull() {}

  @Override
  public boolean readBoolean() throws IOException {
    byte value = bytes[advance(1)];
    if (value != 0 && value != 1) {
      throw new AvroTypeException("a boolean is 0 or 1");
    }
    return value == 1;
  }

  @Override
  public int readInt() throws IOException {
    return Math.toIntExact(readLong());
  }

  @Override
  public long readLong() throws IOException {
    long zigzag = 0;
    for (int shift = 0; shift <= MAX_VARINT_BITS; shift += 7) {
      byte next = bytes[advance(1)];
      zigzag |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return zigzag >>> 1 ^ -(zigzag & 1);
      }
    }
    throw new AvroTypeException("a number of more than 64 bits");
  }

  @Override
  public float readFloat() throws IOException {
    return little(Float.BYTES).getFloat();
  }

  @Override
  public double readDouble() throws IOException {
    return little(Double.BYTES).getDouble();
  }

  private ByteBuffer little(int size) throws IOException {
    return ByteBuffer.wrap(bytes, advance(size), size).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public Utf8 readString(Utf8 old) throws IOException {
    return new Utf8(readString());
  }

  @Override
  public String readString() throws IOException {
    int size = readLength();
    int start = advance(size);
    String text = new String(bytes, start, size, StandardCharsets.UTF_8);
    // The fast way puts U+FFFD in place of what is not UTF-8: only then look closer.
    return text.indexOf('\uFFFD') < 0
        ? text
        : StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(bytes, start, size))
            .toString();
  }

  @Override
  public void skipString() throws IOException {
    skipBytes();
  }

  @Override
  public ByteBuffer readBytes(ByteBuffer old) throws IOException {
    int size = readLength();
    return ByteBuffer.wrap(bytes, advance(size), size);
  }

  @Override
  public void skipBytes() throws IOException {
    advance(readLength());
  }

  @Override
  public void readFixed(byte[] into, int start, int length) throws IOException {
    System.arraycopy(bytes, advance(length), into, start, length);
  }

  @Override
  public void skipFixed(int length) throws IOException {
    advance(length);
  }

  @Override
  public int readEnum() throws IOException {
    return readInt();
  }

  @Override
  public int readIndex() throws IOException {
    return readInt();
  }

  @Override
  public long readArrayStart() throws IOException {
    return readCount();
  }

  @Override
  public long arrayNext() throws IOException {
    return readCount();
  }

  @Override
  public long skipArray() throws IOException {
    return skipBlocks();
  }

  @Override
  public long readMapStart() throws IOException {
    return readCount();
  }

  @Override
  public long mapNext() throws IOException {
    return readCount();
  }

  @Override
  public long skipMap() throws IOException {
    return skipBlocks();
  }

  /** Elements in the next block; a negative count is followed by the block's size in bytes. */
  private long readCount() throws IOException {
    long count = readLong();
    if (count >= 0) {
      return requireLeft(count);
    }
    readLength();
    return requireLeft(Math.negateExact(count));
  }

  /** Skips blocks that tell their size; returns the count of one that has to be read through. */
  private long skipBlocks() throws IOException {
    long count = readLong();
    while (count < 0) {
      skipBytes();
      count = readLong();
    }
    return requireLeft(count);
  }

  private int readLength() throws IOException {
    return (int) requireLeft(readLong());
  }

  private long requireLeft(long size) throws IOException {
    if (size < 0 || size > bytes.length - position) {
      throw new EOFException("a length beyond the end of the data");
    }
    return size;
  }

  /** Moves on by that many bytes and returns the index of the first of them. */
  private int advance(int size) throws IOException {
    requireLeft(size);
    int start = position;
    position += size;
    return start;
  }
}
