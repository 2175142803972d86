package io.growthline.schemas.topics;

/** What a reader of a topic can rely on. */
public enum Delivery {
  /** Written by other systems. */
  INPUT,

  /** Whole revisions of the rule book, each in one Kafka transaction. */
  TRANSACTION,

  /** Final once a read-committed consumer sees it, at most one checkpoint interval later. */
  EXACTLY_ONCE,

  /** In milliseconds; after a crash sent again with the same ids, and the highest version wins. */
  NOTICE,

  /** Nothing is lost, something may come twice. */
  AT_LEAST_ONCE
}
