package io.growthline.hostile;

import io.growthline.ingest.InputKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A line of an input file, or the value of a message.
 *
 * @param kind what the file or topic holds
 * @param bytes null: no value, as only a message can be
 */
// Handed on, never compared.
@SuppressWarnings("ArrayRecordComponent")
public record RawInput(InputKind kind, byte[] bytes) {

  public static RawInput json(InputKind kind, String json) {
    return new RawInput(kind, json.getBytes(StandardCharsets.UTF_8));
  }

  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The same without line ends, which would make several lines of it. */
  public RawInput onOneLine() {
    byte[] line = bytes.clone();
    for (int i = 0; i < line.length; i++) {
      if (line[i] == '\n' || line[i] == '\r') {
        line[i] = 0;
      }
    }
    return new RawInput(kind, line);
  }

  /** SHA-256 in hexadecimal, of nothing where there is no value: what a dead letter is known by. */
  public String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(bytes == null ? new byte[0] : bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
