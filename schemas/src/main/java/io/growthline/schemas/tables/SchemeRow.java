package io.growthline.schemas.tables;

/**
 * The scheme as the current revision of the rule book defines it.
 *
 * @param zone IANA name of the zone in which days, months and years begin
 * @param revision ordinal of the rule book's revision
 * @param asOf the instant it speaks of: epoch milliseconds, UTC
 */
public record SchemeRow(String schemeId, String zone, long revision, long asOf) {}
