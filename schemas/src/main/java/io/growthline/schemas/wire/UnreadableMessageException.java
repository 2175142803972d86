package io.growthline.schemas.wire;

/**
 * Bytes that are not a message. Neither its text nor a cause tells the content, which may be
 * personal data.
 */
public final class UnreadableMessageException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why bytes are not a message; the names appear as {@code reason} in dead letters. */
  public enum Reason {
    /** Fewer bytes than the header of the wire format. */
    TOO_SHORT,
    /** The first bytes are those of another format. */
    UNKNOWN_MARKER,
    /** Written with a schema that this release does not know. */
    UNKNOWN_FINGERPRINT,
    /** The content is not what its schema says, or does not end where the message ends. */
    MALFORMED_AVRO
  }

  private final Reason reason;

  UnreadableMessageException(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
