/**
 * The rule book: from a file to the typed model. A file is read ({@code yaml}), held against the
 * grammar ({@code grammar}) and against itself ({@code check}), dated into definitions, published
 * as a revision, put together again by its readers, and typed; replay takes the same way without
 * Kafka.
 */
package io.growthline.rulebook;
