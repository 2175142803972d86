package io.growthline.rulebook;

import io.growthline.schemas.reference.RevisionManifest;

/**
 * What publishing a rule book did.
 *
 * @param manifest the revision now in force
 * @param isNew whether it was made by this; if not, the topics held this very rule book already
 * @param written definitions that are new or differ from those before
 * @param removed definitions that the rule book no longer has
 */
public record Publication(RevisionManifest manifest, boolean isNew, int written, int removed) {}
