package io.growthline.recommend.rules;

import io.growthline.schemas.hashing.Sha256;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A taste model as a file. Big endian, strings as a length in bytes (int) and UTF-8:
 *
 * <pre>
 * magic "GLTASTE1" · shortDecay, longDecay (double)
 * signals (int) · each: kind (a name of {@link SignalKind}), subject
 * activities (int) · each: id
 * rows, one for each signal: a float for each activity
 * </pre>
 *
 * The version is not in it: a part of it is made of the file's checksum.
 */
public final class TasteModelFile {

  private static final byte[] MAGIC = "GLTASTE1".getBytes(StandardCharsets.US_ASCII);

  /** More is a damaged count, and would be more than a job can hold. */
  static final int MOST_SIGNALS = 50_000;

  /** More is a damaged count, and would be more than a job can hold. */
  static final int MOST_ACTIVITIES = 50_000;

  /** Signals times activities: 1 GB of floats. */
  static final long MOST_FIGURES = 1L << 28;

  private static final int MOST_TEXT_BYTES = 4_096;

  private TasteModelFile() {}

  /**
   * Writes a model; the stream stays open.
   *
   * @return SHA-256 of what was written, in hexadecimal
   * @throws IllegalArgumentException if the model is larger than could be read again
   */
  public static String write(TasteModel model, OutputStream file) throws IOException {
    checkSize(model);
    MessageDigest digest = Sha256.digest();
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new DigestOutputStream(file, digest)));
    out.write(MAGIC);
    out.writeDouble(model.memory().shortDecay());
    out.writeDouble(model.memory().longDecay());
    out.writeInt(model.signals().size());
    for (SignalId signal : model.signals()) {
      writeText(out, signal.kind().name());
      writeText(out, signal.subject());
    }
    out.writeInt(model.activities().size());
    for (String activity : model.activities()) {
      writeText(out, activity);
    }
    for (int signal = 0; signal < model.signals().size(); signal++) {
      ByteBuffer row = ByteBuffer.allocate(Float.BYTES * model.activities().size());
      row.asFloatBuffer().put(model.row(signal));
      out.write(row.array());
    }
    out.flush();
    return Sha256.hex(digest);
  }

  private static void checkSize(TasteModel model) {
    int signals = model.signals().size();
    int activities = model.activities().size();
    if (signals > MOST_SIGNALS
        || activities > MOST_ACTIVITIES
        || (long) signals * activities > MOST_FIGURES) {
      throw new IllegalArgumentException(
          "a model of " + signals + " signals and " + activities + " activities is too large");
    }
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MOST_TEXT_BYTES) {
      throw new IllegalArgumentException("an id of " + bytes.length + " bytes is too long");
    }
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * Reads a model to the end of the stream, which stays open.
   *
   * @param version of the model, as it was announced
   * @param sha256 what the file's SHA-256 has to be, in hexadecimal
   * @throws UnreadableModelException if the file is damaged, cut off, or another one
   */
  public static TasteModel read(InputStream file, String version, String sha256)
      throws IOException {
    MessageDigest digest = Sha256.digest();
    TasteModel model;
    try {
      // The buffer lies outside of the digest: what it reads ahead is a part of the file as well.
      model =
          read(
              new DataInputStream(new BufferedInputStream(new DigestInputStream(file, digest))),
              version);
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

  private static TasteModel read(DataInputStream in, String version) throws IOException {
    if (!Arrays.equals(readBytes(in, MAGIC.length), MAGIC)) {
      throw new UnreadableModelException("the model " + version + " has an unknown format");
    }
    Memory memory = new Memory(decay(in.readDouble()), decay(in.readDouble()));
    List<SignalId> signals = new ArrayList<>();
    for (int left = count(in, "signals", MOST_SIGNALS); left > 0; left--) {
      signals.add(new SignalId(kind(readText(in)), readText(in)));
    }
    List<String> activities = new ArrayList<>();
    for (int left = count(in, "activities", MOST_ACTIVITIES); left > 0; left--) {
      activities.add(readText(in));
    }
    float[][] rows = readRows(in, signals.size(), activities.size());
    if (in.read() >= 0) {
      throw new UnreadableModelException("the model " + version + " goes on after its end");
    }
    return new TasteModel(version, memory, signals, activities, rows);
  }

  /** Memory is taken row by row, so that a damaged count ends with the file and not with it. */
  private static float[][] readRows(DataInputStream in, int signals, int activities)
      throws IOException {
    if ((long) signals * activities > MOST_FIGURES) {
      throw new UnreadableModelException(
          "a model of " + signals + " signals and " + activities + " activities is too large");
    }
    float[][] rows = new float[signals][];
    for (int signal = 0; signal < signals; signal++) {
      float[] row = new float[activities];
      ByteBuffer.wrap(readBytes(in, Float.BYTES * activities)).asFloatBuffer().get(row);
      for (float figure : row) {
        if (!Float.isFinite(figure)) {
          throw new UnreadableModelException("a model's figure is " + figure);
        }
      }
      rows[signal] = row;
    }
    return rows;
  }

  private static double decay(double value) throws UnreadableModelException {
    if (!(value >= 0 && value <= 1)) {
      throw new UnreadableModelException("a model's memory decays by " + value + ", not 0 to 1");
    }
    return value;
  }

  private static int count(DataInputStream in, String what, int most) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > most) {
      throw new UnreadableModelException(
          "a model has " + count + " " + what + ", not 0 to " + most);
    }
    return count;
  }

  private static SignalKind kind(String name) throws UnreadableModelException {
    try {
      return SignalKind.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new UnreadableModelException("a model has signals of the unknown kind " + name);
    }
  }

  private static String readText(DataInputStream in) throws IOException {
    byte[] bytes = readBytes(in, count(in, "bytes in an id", MOST_TEXT_BYTES));
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UnreadableModelException("a model's id is not UTF-8");
    }
  }

  private static byte[] readBytes(DataInputStream in, int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException();
    }
    return bytes;
  }
}
