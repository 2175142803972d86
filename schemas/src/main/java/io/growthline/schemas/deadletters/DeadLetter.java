package io.growthline.schemas.deadletters;

import io.growthline.schemas.hashing.Sha256;
import java.util.Arrays;

/**
 * A record that could not be used, kept so that it can be mended and sent again.
 *
 * @param source the topic, or the file's path below the input folder
 * @param position {@code partition:offset} in a topic, {@code source:eventId} where only the rule
 *     book refused the event, in a file the line number or {@code element N} of an array
 * @param reason name of a {@link DeadLetterReason}
 * @param detail what exactly was wrong, without personal data, or null
 * @param raw the record as it came, cut at 64 KiB; may hold personal data
 * @param length length of the whole record in bytes
 * @param sha256 SHA-256 of the whole record, in hexadecimal
 * @param recordedAt when it was set aside: epoch milliseconds, UTC
 */
// Raw bytes, never compared: a list of bytes would cost sixteen times the memory.
@SuppressWarnings("ArrayRecordComponent")
public record DeadLetter(
    String source,
    String position,
    String reason,
    String detail,
    byte[] raw,
    long length,
    String sha256,
    long recordedAt) {

  /** What is kept of a record, in bytes. */
  public static final int RAW_LIMIT = 64 * 1024;

  /** The dead letter of a record that is there as a whole. */
  public static DeadLetter of(
      String source,
      String position,
      DeadLetterReason reason,
      String detail,
      byte[] whole,
      long recordedAt) {
    byte[] raw = whole.length > RAW_LIMIT ? Arrays.copyOf(whole, RAW_LIMIT) : whole;
    return new DeadLetter(
        source, position, reason.name(), detail, raw, whole.length, Sha256.hex(whole), recordedAt);
  }
}
