package io.growthline.rulebook;

import io.growthline.schemas.hashing.Sha256;
import io.growthline.schemas.reference.Definition;
import io.growthline.schemas.reference.RevisionManifest;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a set of definitions amounts to: how many of each section, and one hash over all. The hash
 * is the sum modulo 2^256 of each definition's SHA-256, so it can be kept up to date one definition
 * at a time and does not depend on their order.
 *
 * @param counts by name of the section; sections without definitions are absent
 * @param hash 64 hexadecimal digits
 */
public record ContentTally(Map<String, Integer> counts, String hash) {

  private static final int HASH_DIGITS = 64;
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(4 * HASH_DIGITS);

  /** No definitions at all. */
  public static final ContentTally EMPTY = new ContentTally(Map.of(), "0".repeat(HASH_DIGITS));

  public static ContentTally of(Collection<Definition> definitions) {
    Map<String, Integer> counts = new TreeMap<>();
    BigInteger sum = BigInteger.ZERO;
    for (Definition definition : definitions) {
      counts.merge(definition.section().name(), 1, Integer::sum);
      sum = sum.add(digest(definition));
    }
    return new ContentTally(counts, hex(sum));
  }

  /** This, and one definition more. */
  public ContentTally plus(Definition definition) {
    return changed(definition, 1, sum().add(digest(definition)));
  }

  /** This, and one definition less. */
  public ContentTally minus(Definition definition) {
    return changed(definition, -1, sum().subtract(digest(definition)));
  }

  /** Whether this is the content that a manifest announces. */
  public boolean matches(RevisionManifest manifest) {
    return hash.equals(manifest.contentHash()) && counts.equals(manifest.counts());
  }

  private ContentTally changed(Definition definition, int by, BigInteger sum) {
    Map<String, Integer> changed = new TreeMap<>(counts);
    changed.merge(definition.section().name(), by, ContentTally::addUnlessZero);
    return new ContentTally(changed, hex(sum));
  }

  private static Integer addUnlessZero(Integer count, Integer by) {
    return count + by == 0 ? null : Integer.valueOf(count + by);
  }

  private BigInteger sum() {
    return new BigInteger(hash, 16);
  }

  private static String hex(BigInteger sum) {
    String digits = sum.mod(MODULUS).toString(16);
    return "0".repeat(HASH_DIGITS - digits.length()) + digits;
  }

  private static BigInteger digest(Definition definition) {
    String line =
        definition.section() + "\n" + definition.key() + "\n" + definition.definition() + "\n";
    return new BigInteger(1, Sha256.digest().digest(line.getBytes(StandardCharsets.UTF_8)));
  }
}
