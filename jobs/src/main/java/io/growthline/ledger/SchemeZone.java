package io.growthline.ledger;

/**
 * Where the scheme's days begin and end.
 *
 * @param ordinal of the rule book's revision that says so
 * @param zone a time zone's id
 */
public record SchemeZone(long ordinal, String zone) {}
