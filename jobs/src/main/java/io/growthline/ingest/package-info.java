/**
 * From Kafka, JSON Lines and xAPI to events. Whatever comes in leaves as an event that keeps the
 * contract, or as a dead letter that says why it does not.
 */
package io.growthline.ingest;
