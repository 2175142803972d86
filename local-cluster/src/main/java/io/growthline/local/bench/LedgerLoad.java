package io.growthline.local.bench;

/**
 * What the ledger is measured with.
 *
 * @param employees all of whom each rule book change touches
 * @param facts each of them has had
 * @param perSecond new events a second, the employees taking turns
 * @param changes of the rule book, one after the other
 * @param warmUpSeconds before measuring for each change
 * @param seconds measured before each change
 * @param stateFacts facts of all employees together when the cost of an employee is measured
 */
public record LedgerLoad(
    int employees,
    int facts,
    int perSecond,
    int changes,
    int warmUpSeconds,
    int seconds,
    int stateFacts) {}
