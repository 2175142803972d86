package io.growthline.recommend.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

  private TasteModelFile() {}

  /**
   * Writes a model; the stream stays open.
   *
   * @return SHA-256 of what was written, in hexadecimal
   * @throws IllegalArgumentException if the model is larger than could be read again
   */
  public static String write(TasteModel model, OutputStream file) throws IOException {
    checkSize(model);
    ModelFileWriter out = new ModelFileWriter(file, MAGIC);
    out.number(model.memory().shortDecay());
    out.number(model.memory().longDecay());
    out.count(model.signals().size());
    for (SignalId signal : model.signals()) {
      out.text(signal.kind().name());
      out.text(signal.subject());
    }
    out.count(model.activities().size());
    for (String activity : model.activities()) {
      out.text(activity);
    }
    for (int signal = 0; signal < model.signals().size(); signal++) {
      ByteBuffer row = ByteBuffer.allocate(Float.BYTES * model.activities().size());
      row.asFloatBuffer().put(model.row(signal));
      out.bytes(row.array());
    }
    return out.finish();
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

  /**
   * Reads a model to the end of the stream, which stays open.
   *
   * @param version of the model, as it was announced
   * @param sha256 what the file's SHA-256 has to be, in hexadecimal
   * @throws UnreadableModelException if the file is damaged, cut off, or another one
   */
  public static TasteModel read(InputStream file, String version, String sha256)
      throws IOException {
    return ModelFileReader.read(file, version, sha256, MAGIC, in -> read(in, version));
  }

  private static TasteModel read(ModelFileReader in, String version) throws IOException {
    Memory memory = new Memory(decay(in.number()), decay(in.number()));
    List<SignalId> signals = new ArrayList<>();
    for (int left = in.count("signals", MOST_SIGNALS); left > 0; left--) {
      signals.add(new SignalId(kind(in.text()), in.text()));
    }
    List<String> activities = new ArrayList<>();
    for (int left = in.count("activities", MOST_ACTIVITIES); left > 0; left--) {
      activities.add(in.text());
    }
    float[][] rows = readRows(in, signals.size(), activities.size());
    return new TasteModel(version, memory, signals, activities, rows);
  }

  /** Memory is taken row by row, so that a damaged count ends with the file and not with it. */
  private static float[][] readRows(ModelFileReader in, int signals, int activities)
      throws IOException {
    if ((long) signals * activities > MOST_FIGURES) {
      throw new UnreadableModelException(
          "a model of " + signals + " signals and " + activities + " activities is too large");
    }
    float[][] rows = new float[signals][];
    for (int signal = 0; signal < signals; signal++) {
      float[] row = new float[activities];
      ByteBuffer.wrap(in.bytes(Float.BYTES * activities)).asFloatBuffer().get(row);
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

  private static SignalKind kind(String name) throws UnreadableModelException {
    try {
      return SignalKind.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new UnreadableModelException("a model has signals of the unknown kind " + name);
    }
  }
}
