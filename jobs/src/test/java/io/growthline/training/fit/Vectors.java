package io.growthline.training.fit;

import io.growthline.schemas.features.FeatureVector;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Feature vectors of which only a little is known. */
public final class Vectors {

  private Vectors() {}

  public static FeatureVector at(long asOf, String... taken) {
    return at(asOf, asOf, taken);
  }

  public static FeatureVector at(long asOf, long knownAt, String... taken) {
    return of("p", asOf, knownAt, "clerk", List.of(taken));
  }

  /** One person's vector. */
  public static FeatureVector of(
      String employee, long asOf, long knownAt, String job, List<String> taken) {
    return make(
        Map.of(
            "employeeId", employee,
            "asOf", asOf,
            "knownAt", knownAt,
            "employed", true,
            "jobId", job,
            "taken", taken));
  }

  /** What is not said is unknown: null, 0 or empty. */
  public static FeatureVector make(Map<String, Object> said) {
    RecordComponent[] components = FeatureVector.class.getRecordComponents();
    Object[] values =
        Arrays.stream(components)
            .map(part -> said.getOrDefault(part.getName(), unknown(part.getType())))
            .toArray();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return FeatureVector.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a record without a public constructor", e);
    }
  }

  private static Object unknown(Class<?> type) {
    if (type == List.class) {
      return List.of();
    }
    if (type == Map.class) {
      return Map.of();
    }
    if (type == boolean.class) {
      return false;
    }
    if (type == int.class) {
      return 0;
    }
    return type == long.class ? 0L : null;
  }
}
