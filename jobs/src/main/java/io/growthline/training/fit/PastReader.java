package io.growthline.training.fit;

import io.growthline.recommend.rules.CompletionInputs;
import io.growthline.recommend.rules.CourseTraits;
import io.growthline.recommend.rules.FormatInputs;
import io.growthline.schemas.features.FeatureVector;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads from somebody's vectors what they began and took up. What is known of each is told by the
 * vector of a strictly earlier instant, before the first of a career by one that knows nothing, so
 * nothing that came later changes it but whether it was completed; what the rule book says of an
 * activity is what it says today. An enrolment declared void counts as not completed, two
 * completions of a course on one day as one. Not for threads to share.
 */
public final class PastReader implements Serializable {

  private static final long serialVersionUID = 1L;

  /** So that nobody counts for too much. */
  private static final int MOST_OF_ONE = 40;

  /** Stands for the course's rate until all people's pasts are known. */
  private static final double NOTHING_KNOWN = 0.5;

  private final HashMap<String, CourseTraits> activities;
  private final FormatInputs formats;

  /**
   * @param activities what the rule book says of them
   */
  public PastReader(Map<String, CourseTraits> activities) {
    this.activities = new HashMap<>(activities);
    this.formats = new FormatInputs(activities.values());
  }

  /**
   * The past that someone's vectors tell.
   *
   * @param vectors of one person, at least one, in any order; of several of one instant the one
   *     known last counts
   */
  public Past of(List<FeatureVector> vectors) {
    List<FeatureVector> ordered = PersonHistory.newestOfEachInstant(vectors);
    BegunCourses begun = new BegunCourses();
    List<Picked> picked = new ArrayList<>();
    Set<String> everPicked = new HashSet<>();
    FeatureVector before = beforeFirst(ordered.get(0));
    for (FeatureVector now : ordered) {
      begun.complete(before, now);
      begun.begin(before, now);
      pick(before, now, everPicked, picked);
      before = now;
    }
    FeatureVector last = ordered.get(ordered.size() - 1);
    return new Past(last.employeeId(), last.asOf(), newest(begun.all), newest(picked));
  }

  /** Of a career whose beginning is not told, nothing in the first vector is an example. */
  private static FeatureVector beforeFirst(FeatureVector first) {
    int events =
        first.views()
            + first.enrolments()
            + first.completions()
            + first.failures()
            + first.withdrawals();
    return events <= 1 ? FeatureVector.unknown(first.employeeId(), first.asOf() - 1) : first;
  }

  private static <T> List<T> newest(List<T> all) {
    return List.copyOf(all.subList(Math.max(0, all.size() - MOST_OF_ONE), all.size()));
  }

  /** What one person has begun so far. */
  private final class BegunCourses {

    final List<Begun> all = new ArrayList<>();

    /** By course that is not completed its place among all. */
    private final Map<String, Integer> open = new HashMap<>();

    void complete(FeatureVector before, FeatureVector now) {
      open.entrySet()
          .removeIf(
              entry -> {
                boolean completed = isCompleted(entry.getKey(), before, now);
                if (completed) {
                  Begun one = all.get(entry.getValue());
                  all.set(
                      entry.getValue(),
                      new Begun(one.activityId(), one.at(), now.asOf(), one.inputs()));
                }
                return completed;
              });
    }

    /** Whoever enrols again in what they have not completed has begun it before. */
    void begin(FeatureVector before, FeatureVector now) {
      for (String id : now.enrolledIn()) {
        if (isNew(id, before)) {
          open.put(id, all.size());
          add(id, before, now, null);
        }
      }
      if (now.enrolments() > before.enrolments()) {
        beginAndComplete(before, now);
      }
    }

    /** Between two vectors somebody may enrol and complete. */
    private void beginAndComplete(FeatureVector before, FeatureVector now) {
      for (String id : new TreeSet<>(now.completedOn().keySet())) {
        boolean wasTaken = before.taken().contains(id);
        if (!wasTaken && isNew(id, before) && isCompleted(id, before, now)) {
          add(id, before, now, now.asOf());
        }
      }
    }

    private boolean isNew(String id, FeatureVector before) {
      CourseTraits course = activities.get(id);
      return course != null
          && course.course()
          && !open.containsKey(id)
          && !before.enrolledIn().contains(id);
    }

    private void add(String id, FeatureVector before, FeatureVector now, Long completedAt) {
      double[] inputs = CompletionInputs.of(before, id, activities.get(id), NOTHING_KNOWN);
      all.add(new Begun(id, now.asOf(), completedAt, listed(inputs)));
    }
  }

  private static boolean isCompleted(String activityId, FeatureVector before, FeatureVector now) {
    Integer on = now.completedOn().get(activityId);
    Integer onBefore = before.completedOn().get(activityId);
    // Of an earlier day: the newest completion was declared void.
    return on != null && (onBefore == null || on > onBefore);
  }

  /** Each activity is taken up once; several of one format at once are one choice. */
  private void pick(
      FeatureVector before, FeatureVector now, Set<String> everPicked, List<Picked> picked) {
    Set<String> chosen = new TreeSet<>();
    for (String id : takenUp(before, now)) {
      CourseTraits activity = activities.get(id);
      if (everPicked.add(id) && activity != null && activity.format() != null) {
        chosen.add(activity.format());
      }
    }
    for (String format : chosen) {
      picked.add(new Picked(now.asOf(), format, listed(formats.of(before))));
    }
  }

  private static Set<String> takenUp(FeatureVector before, FeatureVector now) {
    Set<String> takenUp = new HashSet<>(now.taken());
    before.taken().forEach(takenUp::remove);
    // Interest fades: only another click lets it grow.
    now.activityInterest()
        .forEach(
            (id, interest) -> {
              if (interest > before.activityInterest().getOrDefault(id, 0.0)) {
                takenUp.add(id);
              }
            });
    return takenUp;
  }

  private static List<Double> listed(double[] inputs) {
    return Arrays.stream(inputs).boxed().toList();
  }
}
