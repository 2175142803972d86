package io.growthline.schemas.features;

import org.apache.avro.Schema;

/**
 * One entry of the feature catalogue.
 *
 * @param name component of {@link FeatureVector}
 * @param type of its values, never a union
 * @param unit of its values, for example {@code days}
 * @param window time that it looks back over, for example {@code 90 days}, {@code lifetime}
 * @param unknown what stands there when nothing is known, in JSON
 * @param personal whether it is personal data
 * @param meaning one or two sentences
 */
public record Feature(
    String name,
    Schema type,
    String unit,
    String window,
    String unknown,
    boolean personal,
    String meaning) {}
