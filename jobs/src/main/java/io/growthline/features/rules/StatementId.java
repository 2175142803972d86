package io.growthline.features.rules;

/** Identity of a {@link Statement}. */
public record StatementId(StatementKind kind, String source, String eventId) {}
