package io.growthline.features.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Clicks by subject, a tag or an activity, each of which counts half as much after {@link
 * #HALF_LIFE_DAYS}. Instants are epoch milliseconds and never go back.
 */
final class Interests {

  static final int HALF_LIFE_DAYS = 30;

  /** What has faded below this, one click after ten half-lives, is no interest any more. */
  private static final double LEAST = 0.001;

  private static final double HALF_LIFE_MILLIS = TimeUnit.DAYS.toMillis(HALF_LIFE_DAYS);

  private record Interest(double clicks, long at) {

    double fadedTo(long instant) {
      return clicks * Math.pow(0.5, (instant - at) / HALF_LIFE_MILLIS);
    }
  }

  private final Map<String, Interest> bySubject = new HashMap<>();

  void click(String subject, long instant) {
    Interest before = bySubject.get(subject);
    double clicks = before == null ? 0 : before.fadedTo(instant);
    bySubject.put(subject, new Interest(clicks + 1, instant));
  }

  /** What is left at an instant, by subject. */
  Map<String, Double> at(long instant) {
    Map<String, Double> left = new TreeMap<>();
    bySubject.forEach(
        (subject, interest) -> {
          double clicks = interest.fadedTo(instant);
          if (clicks >= LEAST) {
            left.put(subject, clicks);
          }
        });
    return left;
  }
}
