package io.growthline.ledger.rules;

/**
 * A fact that waits for a rule book that knows its activity. Until then its identity is not taken:
 * another content may claim it. Also a key in state, so its shape is part of the savepoint
 * contract.
 *
 * @param contentHash SHA-256 of the fact's content
 */
public record WaitingId(FactId fact, String contentHash) {}
