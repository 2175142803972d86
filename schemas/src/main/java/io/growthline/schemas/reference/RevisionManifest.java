package io.growthline.schemas.reference;

import java.util.Map;

/**
 * Closes a published revision of the rule book: it is whole when the definitions present match.
 *
 * @param ordinal 1 for the first revision published, 2 for the next, …
 * @param publishedAt when it was published: epoch milliseconds, UTC
 * @param counts number of definitions by section
 * @param contentHash SHA-256 over all definitions in key order, in hexadecimal
 */
public record RevisionManifest(
    long ordinal, long publishedAt, Map<String, Integer> counts, String contentHash) {}
