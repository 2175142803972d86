package io.growthline.ledger;

import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.reference.Revision;
import io.growthline.schemas.reference.RevisionManifest;
import java.util.List;
import java.util.Map;

/** Small valid records where a test only needs one. */
final class Examples {

  private Examples() {}

  static LearningEvent completed() {
    return new LearningEvent(
        "e1",
        "lms",
        "li-na",
        1_700_000_000_000L,
        LearningVerb.COMPLETED,
        "python",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  static Revision emptyRevision() {
    return new Revision(new RevisionManifest(1, 0, Map.of(), ""), List.of());
  }
}
