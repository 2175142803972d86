package io.growthline.recommend.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A logistic model as a file. Big endian, texts as a length in bytes (int) and UTF-8:
 *
 * <pre>
 * magic "GLLOGIT1" · classes (int) · each: name
 * features (int) · each: name
 * by class: a weight for each feature, the intercept, slope and shift of the calibration (double)
 * rates (int) · each: activity id, or empty for everyone's, and rate (double)
 * </pre>
 *
 * The version is not in it: a part of it is made of the file's checksum.
 */
public final class LogisticModelFile {

  private static final byte[] MAGIC = "GLLOGIT1".getBytes(StandardCharsets.US_ASCII);

  private static final int MOST_CLASSES = 64;
  private static final int MOST_FEATURES = 1_024;
  private static final int MOST_RATES = 50_000;

  /** Inputs are small: more is damage, and sums of it would overflow. */
  private static final double MOST_WEIGHT = 1e9;

  private LogisticModelFile() {}

  /**
   * Writes a model; the stream stays open.
   *
   * @return SHA-256 of what was written, in hexadecimal
   * @throws IllegalArgumentException if a name is longer than could be read again
   */
  public static String write(LogisticModel model, OutputStream file) throws IOException {
    ModelFileWriter out = new ModelFileWriter(file, MAGIC);
    writeNames(model.classes(), out);
    writeNames(model.features(), out);
    for (int c = 0; c < model.classes().size(); c++) {
      for (double weight : model.weights(c)) {
        out.number(weight);
      }
      for (double figure : model.calibration(c)) {
        out.number(figure);
      }
    }
    out.count(model.rates().size());
    for (Map.Entry<String, Double> rate : new TreeMap<>(model.rates()).entrySet()) {
      out.text(rate.getKey());
      out.number(rate.getValue());
    }
    return out.finish();
  }

  private static void writeNames(List<String> names, ModelFileWriter out) throws IOException {
    out.count(names.size());
    for (String name : names) {
      out.text(name);
    }
  }

  /**
   * Reads a model to the end of the stream, which stays open.
   *
   * @param version of the model, as it was announced
   * @param sha256 what the file's SHA-256 has to be, in hexadecimal
   * @throws UnreadableModelException if the file is damaged, cut off, or another one
   */
  public static LogisticModel read(InputStream file, String version, String sha256)
      throws IOException {
    return ModelFileReader.read(file, version, sha256, MAGIC, in -> read(in, version));
  }

  private static LogisticModel read(ModelFileReader in, String version) throws IOException {
    List<String> classes = readNames(in, "classes", MOST_CLASSES);
    if (classes.size() < 2) {
      throw new UnreadableModelException("the model " + version + " has fewer than two classes");
    }
    List<String> features = readNames(in, "features", MOST_FEATURES);
    double[][] weights = new double[classes.size()][];
    double[][] calibration = new double[classes.size()][];
    for (int c = 0; c < classes.size(); c++) {
      weights[c] = readNumbers(in, features.size() + 1);
      calibration[c] = readNumbers(in, 2);
    }
    Map<String, Double> rates = new HashMap<>();
    for (int left = in.count("rates", MOST_RATES); left > 0; left--) {
      rates.put(in.text(), readRate(in));
    }
    return new LogisticModel(version, classes, features, weights, calibration, rates);
  }

  private static List<String> readNames(ModelFileReader in, String what, int most)
      throws IOException {
    List<String> names = new ArrayList<>();
    for (int left = in.count(what, most); left > 0; left--) {
      names.add(in.text());
    }
    return names;
  }

  private static double[] readNumbers(ModelFileReader in, int count) throws IOException {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = in.number();
      if (Math.abs(numbers[i]) > MOST_WEIGHT) {
        throw new UnreadableModelException("a model's weight is " + numbers[i]);
      }
    }
    return numbers;
  }

  private static double readRate(ModelFileReader in) throws IOException {
    double rate = in.number();
    if (rate < 0 || rate > 1) {
      throw new UnreadableModelException("a model's rate is " + rate + ", not 0 to 1");
    }
    return rate;
  }
}
