package io.growthline.schemas.reference;

/**
 * One definition of the rule book as in force from one date until the next of the same id.
 *
 * @param id id of the activity, goal, reward …
 * @param fromDate first day it holds, as days since 1970-01-01; null: since ever
 * @param definition the whole definition then in force: the rule book's own grammar as a JSON
 *     object with every dated key replaced by its value
 */
public record Definition(Section section, String id, Integer fromDate, String definition) {

  /** The Kafka key: {@code id@from}, or {@code id@start}. */
  public String key() {
    return id + "@" + (fromDate == null ? "start" : java.time.LocalDate.ofEpochDay(fromDate));
  }
}
