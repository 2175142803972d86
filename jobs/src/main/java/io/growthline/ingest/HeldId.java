package io.growthline.ingest;

/**
 * An observation that nobody has judged yet. Also a key in state, so its shape is part of the
 * savepoint contract.
 *
 * @param contentHash SHA-256 of its content
 */
public record HeldId(ObservationId observation, String contentHash) {}
