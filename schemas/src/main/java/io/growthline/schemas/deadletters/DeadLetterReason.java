package io.growthline.schemas.deadletters;

/** Why a record could not be used; the names appear in {@link DeadLetter#reason}. */
public enum DeadLetterReason {
  /** A Kafka record without a value where an event was expected. */
  TOMBSTONE,
  /** Neither a JSON object nor a message in Avro's single-object encoding. */
  UNKNOWN_FORMAT,
  /** Written with an Avro schema that this release does not know. */
  UNKNOWN_FINGERPRINT,
  /** The bytes are not what the Avro schema says. */
  MALFORMED_AVRO,
  /** Text that is not UTF-8, or a string with half a surrogate pair. */
  INVALID_UTF8,
  /** Not JSON, or more than one value. */
  MALFORMED_JSON,
  /** A key occurs twice in one object. */
  DUPLICATE_KEY,
  /** A required field is absent, null or blank. */
  MISSING_FIELD,
  /** A field holds another type of value than the contract says. */
  WRONG_TYPE,
  /** A time that is not ISO-8601 with an offset, a date that is not yyyy-MM-dd, a bad duration. */
  MALFORMED_TIME,
  /** A value outside the accepted range. */
  OUT_OF_RANGE,
  /** More digits after the decimal point than are kept. */
  TOO_PRECISE,
  /** A line, a text, a number or a list longer than accepted, or too many levels. */
  TOO_LONG,
  /** Control characters in an identifier. */
  MALFORMED_ID,
  /** A verb, kind or category that this release does not know. */
  UNKNOWN_SYMBOL,
  /** An xAPI verb that stands for nothing in the contract. */
  UNMAPPED_VERB,
  /** The rule book has no such activity. */
  UNKNOWN_ACTIVITY,
  /** It comes for a time that the scheme's history does not reach back to. */
  TOO_LATE,
  /** A figure in another unit than its metric has in the rule book. */
  WRONG_UNIT,
  /** Happened more than five minutes after Kafka received it. */
  FROM_THE_FUTURE,
  /** The file breaks off within an array, or the rest of it cannot be decompressed. */
  TRUNCATED
}
