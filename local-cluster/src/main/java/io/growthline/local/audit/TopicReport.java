package io.growthline.local.audit;

/**
 * How the ledger's topic compares with its table.
 *
 * @param messages how many the topic has
 * @param erased how many people it has whom a receipt says to have been erased from the table
 * @param finding the first posting that is not on both alike; null if there is none
 */
public record TopicReport(long messages, long erased, Finding finding) {}
