/**
 * Proves that the tables of the ledger are what the ledger wrote: nothing changed, missing, doubled
 * or made up since. It knows no rule of the rule book.
 */
package io.growthline.local.audit;
