package io.growthline.local.audit;

/**
 * How the ledger's topic compares with its table.
 *
 * @param messages how many the topic has
 * @param finding the first posting that is not on both alike; null if there is none
 */
public record TopicReport(long messages, Finding finding) {}
