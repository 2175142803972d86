package io.growthline.rulebook;

import io.growthline.schemas.reference.Definition;
import io.growthline.schemas.reference.RevisionManifest;
import io.growthline.schemas.reference.Section;

/**
 * One record of the reference topics: a definition, the removal of one, or a manifest.
 *
 * @param section the section whose topic it came from; null for a manifest
 * @param key the record's key, {@code id@from}; null for a manifest
 * @param definition null for a removal (a tombstone) and for a manifest
 * @param manifest null unless it is one
 */
public record ReferenceRecord(
    Section section, String key, Definition definition, RevisionManifest manifest) {

  public static ReferenceRecord of(Definition definition) {
    return new ReferenceRecord(definition.section(), definition.key(), definition, null);
  }

  public static ReferenceRecord removal(Section section, String key) {
    return new ReferenceRecord(section, key, null, null);
  }

  public static ReferenceRecord of(RevisionManifest manifest) {
    return new ReferenceRecord(null, null, null, manifest);
  }
}
