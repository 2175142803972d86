package io.growthline.ledger.rules;

/**
 * The identity of a fact within one employee: its kind, the sending system and the id it gave. Also
 * a key in state, so its shape is part of the savepoint contract.
 */
public record FactId(FactKind kind, String source, String eventId) {}
