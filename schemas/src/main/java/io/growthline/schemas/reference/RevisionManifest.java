package io.growthline.schemas.reference;

import java.util.Map;

/**
 * Closes a published revision of the rule book: it is whole when the definitions present match.
 *
 * @param ordinal 1 for the first revision published, 2 for the next, …
 * @param publishedAt when it was published: epoch milliseconds, UTC
 * @param counts number of definitions by section
 * @param contentHash sum modulo 2^256 of the SHA-256 of every definition, in hexadecimal: the same
 *     in any order
 */
public record RevisionManifest(
    long ordinal, long publishedAt, Map<String, Integer> counts, String contentHash) {}
