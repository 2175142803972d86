package io.growthline.schemas.wire;

import java.io.Serializable;

/** How a value travels as bytes. Implementations are thread-safe. */
public interface WireFormat<T> extends Serializable {

  /** The value as one whole message. */
  byte[] encode(T value);

  /**
   * The value that a message holds, also one written by an older or a newer release.
   *
   * @throws UnreadableMessageException for any bytes that are not one whole message; never anything
   *     else, whatever the bytes, and never more memory than a small multiple of their number
   */
  T decode(byte[] message) throws UnreadableMessageException;
}
