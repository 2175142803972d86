package io.growthline.rulebook;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A definition through time: each version holds from its day until the next one's. Days are days
 * since 1970-01-01 in the scheme's zone; {@link #START} means since ever.
 */
public final class Versions<T> {

  /** The day before all days: a version without a {@code from}. */
  public static final int START = Integer.MIN_VALUE;

  private final NavigableMap<Integer, T> byFrom;

  /**
   * @param byFrom first day to definition
   * @throws IllegalArgumentException if there is no version at all
   */
  public Versions(Map<Integer, T> byFrom) {
    if (byFrom.isEmpty()) {
      throw new IllegalArgumentException("a definition has at least one version");
    }
    this.byFrom = new TreeMap<>(byFrom);
  }

  /** The definition in force on that day, or null before the first version. */
  public T at(int day) {
    Map.Entry<Integer, T> version = byFrom.floorEntry(day);
    return version == null ? null : version.getValue();
  }

  /** The newest definition, in force from the last change on. */
  public T latest() {
    return byFrom.lastEntry().getValue();
  }

  /** First days of the versions, ascending; {@link #START} for one that always held. */
  public Iterable<Integer> fromDays() {
    return byFrom.keySet();
  }

  @Override
  public String toString() {
    return byFrom.toString();
  }
}
