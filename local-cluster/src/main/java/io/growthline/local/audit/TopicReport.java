package io.growthline.local.audit;

/**
 * How the ledger's topic compares with its table.
 *
 * @param messages how many the topic has
 * @param erased how many people it has who were erased from the table, by a receipt and by the
 *     ledger
 * @param finding the first posting that is not on both alike, or someone who was not erased as a
 *     receipt says; null if there is none
 */
public record TopicReport(long messages, long erased, Finding finding) {}
