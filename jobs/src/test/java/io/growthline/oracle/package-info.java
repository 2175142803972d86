/**
 * A second, deliberately plain reading of the credit ledger's contract, which tests hold the ledger
 * against. It works on whole histories, from scratch and by brute force, and shares nothing with
 * the ledger but the contract's records and the typed rule book.
 */
package io.growthline.oracle;
