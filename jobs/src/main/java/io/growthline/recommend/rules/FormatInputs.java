package io.growthline.recommend.rules;

import io.growthline.rulebook.Format;
import io.growthline.schemas.features.FeatureVector;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the model of formats is told of a person; the same class online and in training. Not for
 * threads to share.
 */
public final class FormatInputs implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Names of the inputs, in order: four for each format. */
  public static final List<String> FEATURES =
      Format.NAMES.stream()
          .flatMap(
              format ->
                  Stream.of("preferred", "clicked", "completed", "offered")
                      .map(what -> what + "/" + format))
          .toList();

  private static final int PER_FORMAT = FEATURES.size() / Format.NAMES.size();

  /** So few clicks or completions weigh as much as knowing nothing. */
  private static final double FEW = 3;

  /** Jobs come from elsewhere: their number is not ours to bound. */
  private static final int MOST_JOBS = 10_000;

  private final ArrayList<CourseTraits> courses;
  private final HashMap<String, double[]> offers = new HashMap<>();

  /**
   * @param activities all of the rule book
   */
  public FormatInputs(Collection<CourseTraits> activities) {
    this.courses = new ArrayList<>(activities);
    courses.removeIf(one -> !one.course() || !one.offered() || one.format() == null);
  }

  /** One input for each feature. */
  public double[] of(FeatureVector person) {
    double clicks = person.views() / (person.views() + FEW);
    double completions = person.completions() / (person.completions() + FEW);
    double[] offered = offered(person.jobId());
    double[] inputs = new double[FEATURES.size()];
    int next = 0;
    int format = 0;
    for (FormatHabit habit : FormatHabit.of(person)) {
      inputs[next++] = habit.preferred();
      inputs[next++] = clicks * habit.clicked();
      inputs[next++] = completions * habit.completed();
      inputs[next++] = offered[format++];
    }
    return inputs;
  }

  /** By format, its share of the courses for a job that have any format. */
  private double[] offered(String jobId) {
    if (offers.size() > MOST_JOBS) {
      offers.clear();
    }
    return offers.computeIfAbsent(jobId == null ? "" : jobId, key -> count(jobId));
  }

  private double[] count(String jobId) {
    double[] shares = new double[Format.NAMES.size()];
    List<String> formats =
        courses.stream()
            .filter(course -> course.fitsJob(jobId))
            .map(CourseTraits::format)
            .filter(Format.NAMES::contains)
            .toList();
    formats.forEach(format -> shares[Format.NAMES.indexOf(format)] += 1.0 / formats.size());
    return shares;
  }

  /** The share of a format in what someone clicked and completed, 0..1, by the inputs. */
  public static double used(double[] inputs, String format) {
    int first = PER_FORMAT * Format.NAMES.indexOf(format);
    return (inputs[first + 1] + inputs[first + 2]) / 2;
  }

  /** The format that someone declared first, by the inputs; null: none. */
  public static String preferred(double[] inputs) {
    for (int format = 0; format < Format.NAMES.size(); format++) {
      if (inputs[PER_FORMAT * format] == 1) {
        return Format.NAMES.get(format);
      }
    }
    return null;
  }
}
