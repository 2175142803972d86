package io.growthline.facts;

/** What became of an arriving fact: every one is counted under exactly one of these. */
public enum Disposition {
  /** It moved credits. */
  CREDITED,
  /** It moved none, and the reason was told. */
  DECIDED,
  /** It is of a kind that moves none. */
  EARNS_NOTHING,
  /** It can never be used, and was told as a dead letter. */
  DEAD,
  /** It was known already, content and all. */
  DUPLICATE,
  /** It waits for a rule book, or for a rule book that knows its activity. */
  WAITING,
  /** It is about someone who was erased; left out. */
  ERASED
}
