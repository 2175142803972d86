package io.growthline.recommend.rules;

import io.growthline.schemas.hashing.Sha256;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/** Reads what {@link ModelFileWriter} wrote, and believes none of it. */
final class ModelFileReader {

  private final DataInputStream in;

  /** Reads what a kind of model is made of. */
  interface Content<T> {

    /**
     * Reads it.
     *
     * @throws UnreadableModelException if the file is damaged
     */
    T read(ModelFileReader file) throws IOException;
  }

  private ModelFileReader(DataInputStream in) {
    this.in = in;
  }

  /**
   * Reads a model to the end of the stream, which stays open.
   *
   * @param version of the model, as it was announced
   * @param sha256 what the file's SHA-256 has to be, in hexadecimal
   * @param magic what the file has to begin with
   * @throws UnreadableModelException if the file is damaged, cut off, or another one
   */
  static <T> T read(
      InputStream file, String version, String sha256, byte[] magic, Content<T> content)
      throws IOException {
    MessageDigest digest = Sha256.digest();
    T model;
    try {
      // The buffer lies outside of the digest: what it reads ahead is a part of the file as well.
      DataInputStream in =
          new DataInputStream(new BufferedInputStream(new DigestInputStream(file, digest)));
      ModelFileReader reader = new ModelFileReader(in);
      if (!Arrays.equals(reader.bytes(magic.length), magic)) {
        throw new UnreadableModelException("the model " + version + " has an unknown format");
      }
      model = content.read(reader);
      if (in.read() >= 0) {
        throw new UnreadableModelException("the model " + version + " goes on after its end");
      }
    } catch (EOFException e) {
      throw new UnreadableModelException("the model " + version + " ends too early");
    }
    String found = Sha256.hex(digest);
    if (!found.equalsIgnoreCase(sha256)) {
      throw new UnreadableModelException(
          "the model " + version + " has the SHA-256 " + found + ", not " + sha256);
    }
    return model;
  }

  /** A count of something, 0 to the most there may be. */
  int count(String what, int most) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > most) {
      throw new UnreadableModelException(
          "a model has " + count + " " + what + ", not 0 to " + most);
    }
    return count;
  }

  /** A number that is neither infinite nor none. */
  double number() throws IOException {
    double number = in.readDouble();
    if (!Double.isFinite(number)) {
      throw new UnreadableModelException("a model's figure is " + number);
    }
    return number;
  }

  String text() throws IOException {
    byte[] bytes = bytes(count("bytes in an id", ModelFileWriter.MOST_TEXT_BYTES));
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UnreadableModelException("a model's id is not UTF-8");
    }
  }

  byte[] bytes(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException();
    }
    return bytes;
  }
}
