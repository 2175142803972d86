package io.growthline.recommend;

import io.growthline.schemas.reference.ModelAnnouncement;
import io.growthline.schemas.reference.Revision;

/** What all recommendations go by: exactly one part is non-null. */
public record Guidance(Revision revision, ModelAnnouncement model) {

  static Guidance of(Revision revision) {
    return new Guidance(revision, null);
  }

  static Guidance of(ModelAnnouncement model) {
    return new Guidance(null, model);
  }
}
