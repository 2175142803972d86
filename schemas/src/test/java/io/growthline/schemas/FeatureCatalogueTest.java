package io.growthline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.schemas.avro.RecordSchemas;
import io.growthline.schemas.features.Feature;
import io.growthline.schemas.features.FeatureCatalogue;
import io.growthline.schemas.features.FeatureVector;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** The catalogue of features is whole: nothing in a vector is left unsaid. */
class FeatureCatalogueTest {

  private static final List<String> NO_FEATURES =
      List.of("employeeId", "asOf", "knownAt", "version");

  @Test
  void every_component_but_the_vectors_own_is_a_feature() {
    List<String> components =
        RecordSchemas.of(FeatureVector.class).getFields().stream().map(Schema.Field::name).toList();
    assertThat(FeatureCatalogue.all())
        .extracting(Feature::name)
        .isEqualTo(components.subList(NO_FEATURES.size(), components.size()));
    assertThat(components.subList(0, NO_FEATURES.size())).isEqualTo(NO_FEATURES);
  }

  @Test
  void every_feature_says_all_about_itself() {
    assertThat(FeatureCatalogue.all())
        .hasSizeGreaterThan(40)
        .allSatisfy(
            feature -> {
              assertThat(feature.unit()).as(feature.name()).isNotBlank();
              assertThat(feature.window()).as(feature.name()).isNotBlank();
              assertThat(feature.unknown()).as(feature.name()).isNotBlank();
              assertThat(feature.meaning()).as(feature.name()).endsWith(".");
            });
  }

  @Test
  void only_what_can_be_unknown_is_null_then() {
    Schema vector = RecordSchemas.of(FeatureVector.class);
    assertThat(FeatureCatalogue.all())
        .allSatisfy(
            feature ->
                assertThat(feature.unknown().equals("null"))
                    .as(feature.name())
                    .isEqualTo(vector.getField(feature.name()).schema().isNullable()));
  }

  @Test
  void a_feature_is_read_as_it_is_declared() {
    assertThat(FeatureCatalogue.all())
        .filteredOn(feature -> feature.name().equals("tenureDays"))
        .singleElement()
        .satisfies(
            feature -> {
              assertThat(feature.type().getType()).isEqualTo(Schema.Type.INT);
              assertThat(feature.unit()).isEqualTo("days");
              assertThat(feature.window()).isEqualTo("now");
              assertThat(feature.unknown()).isEqualTo("null");
              assertThat(feature.personal()).isTrue();
              assertThat(feature.meaning())
                  .isEqualTo(
                      "Days since the day of hire, negative before it. Null when that is unknown.");
            });
  }
}
