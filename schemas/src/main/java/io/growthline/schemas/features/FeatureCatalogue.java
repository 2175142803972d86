package io.growthline.schemas.features;

import io.growthline.schemas.avro.RecordSchemas;
import java.util.List;
import org.apache.avro.Schema;

/**
 * Every feature there is, as {@code FeatureVector.avsc} declares it: the one place that topic,
 * table, data dictionary and training read them from.
 */
public final class FeatureCatalogue {

  private static final String PERSONAL = " Personal data.";
  private static final String NOT_PERSONAL = " Not personal data.";

  private static final List<Feature> FEATURES =
      RecordSchemas.of(FeatureVector.class).getFields().stream()
          .filter(field -> field.getProp("unit") != null)
          .map(FeatureCatalogue::feature)
          .toList();

  private FeatureCatalogue() {}

  /** All features, in the vector's order; whose it is, as of when, and its version are none. */
  public static List<Feature> all() {
    return FEATURES;
  }

  private static Feature feature(Schema.Field field) {
    boolean nullable = field.schema().isUnion();
    return new Feature(
        field.name(),
        nullable ? field.schema().getTypes().get(1) : field.schema(),
        field.getProp("unit"),
        field.getProp("window"),
        field.getProp("unknown"),
        field.doc().endsWith(PERSONAL),
        field.doc().replace(NOT_PERSONAL, "").replace(PERSONAL, ""));
  }
}
