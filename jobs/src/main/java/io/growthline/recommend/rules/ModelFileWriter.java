package io.growthline.recommend.rules;

import io.growthline.schemas.hashing.Sha256;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/** Writes a model's file: big endian, texts as a length in bytes (int) and UTF-8. */
final class ModelFileWriter {

  /** The most bytes of a text. */
  static final int MOST_TEXT_BYTES = 4_096;

  private final MessageDigest digest = Sha256.digest();
  private final DataOutputStream out;

  /**
   * @param file stays open
   * @param magic the file's first bytes
   */
  ModelFileWriter(OutputStream file, byte[] magic) throws IOException {
    out = new DataOutputStream(new BufferedOutputStream(new DigestOutputStream(file, digest)));
    out.write(magic);
  }

  void count(int count) throws IOException {
    out.writeInt(count);
  }

  void number(double number) throws IOException {
    out.writeDouble(number);
  }

  /**
   * @throws IllegalArgumentException if the text is longer than can be read again
   */
  void text(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MOST_TEXT_BYTES) {
      throw new IllegalArgumentException("an id of " + bytes.length + " bytes is too long");
    }
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  void bytes(byte[] bytes) throws IOException {
    out.write(bytes);
  }

  /** Ends the file; SHA-256 of what was written, in hexadecimal. */
  String finish() throws IOException {
    out.flush();
    return Sha256.hex(digest);
  }
}
