package io.growthline.ingest;

import io.growthline.schemas.deadletters.DeadLetter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a record came from, and so what its dead letter says.
 *
 * @param source the topic, or the file's path below the input folder
 * @param position {@code partition:offset}, or the line number
 * @param recordedAt when a dead letter counts as recorded: epoch milliseconds, UTC
 */
record Origin(String source, String position, long recordedAt) {

  /** What a dead letter keeps of a record, in bytes. */
  static final int RAW_LIMIT = 64 * 1024;

  InputRecord deadLetter(byte[] whole, DeadLetterReason reason, String detail) {
    byte[] raw = whole.length > RAW_LIMIT ? Arrays.copyOf(whole, RAW_LIMIT) : whole;
    return deadLetter(raw, whole.length, hex(sha256().digest(whole)), reason, detail);
  }

  InputRecord deadLetter(
      byte[] raw, long length, String sha256, DeadLetterReason reason, String detail) {
    return InputRecord.of(
        new DeadLetter(source, position, reason.name(), detail, raw, length, sha256, recordedAt));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }
}
