package io.growthline.schemas.reference;

import java.util.List;

/** A whole revision of the rule book: the manifest and exactly the definitions it counts. */
public record Revision(RevisionManifest manifest, List<Definition> definitions) {}
