package io.growthline.ingest;

/**
 * The identity of an observation within one employee. Also a key in state, so its shape is part of
 * the savepoint contract.
 */
public record ObservationId(InputKind kind, String source, String eventId) {}
