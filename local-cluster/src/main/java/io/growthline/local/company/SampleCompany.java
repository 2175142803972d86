package io.growthline.local.company;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A made-up company of a factory, stores, sales and engineers, and eighteen months of its learning,
 * HR and performance events. The same arguments give the same company. It knows the sample rule
 * book's activity ids, and nothing of how credits are counted.
 *
 * @param people everyone, the people with a story first
 * @param named how many of them have a story told by the business cases
 * @param records what its systems send, in sending order: by time, but for what comes late, twice
 *     or broken
 */
public record SampleCompany(List<Person> people, int named, List<CompanyRecord> records) {

  private static final int PERCENT_OF_DISORDER = 2;

  /**
   * Makes the company.
   *
   * @param employees people in all; never fewer than those with a story
   * @param events about how many records there are, besides figures of performance; never fewer
   *     than the stories need
   * @param end when the history ends; nothing occurs after it
   */
  public static SampleCompany of(long seed, int employees, int events, Instant end) {
    Random random = new Random(seed);
    History history = new History(end);
    Names names = new Names(random);
    List<Person> cast = new NamedCast(history, names).tell();
    Workforce workforce = new Workforce(history, names, random);
    List<Person> others = workforce.hire(Math.max(0, employees - cast.size()));
    workforce.fillUpTo(events - events * PERCENT_OF_DISORDER / 100);

    Set<String> untouched = cast.stream().map(Person::id).collect(Collectors.toSet());
    List<CompanyRecord> ordered =
        history.records().stream()
            .sorted(Comparator.comparingLong(record -> record.event().occurredAt()))
            .toList();
    List<Person> people = Stream.concat(cast.stream(), others.stream()).toList();
    return new SampleCompany(
        people,
        cast.size(),
        merged(
            new Disorder(random, untouched).of(ordered),
            new Measurements(history, random).of(people)));
  }

  /** Sent in between, each where others of its time are. */
  private static List<CompanyRecord> merged(List<CompanyRecord> sent, List<CompanyRecord> figures) {
    Deque<CompanyRecord> waiting =
        new ArrayDeque<>(
            figures.stream()
                .sorted(Comparator.comparingLong(record -> record.event().occurredAt()))
                .toList());
    List<CompanyRecord> merged = new ArrayList<>();
    for (CompanyRecord record : sent) {
      while (record.event() != null
          && !waiting.isEmpty()
          && waiting.peek().event().occurredAt() <= record.event().occurredAt()) {
        merged.add(waiting.remove());
      }
      merged.add(record);
    }
    merged.addAll(waiting);
    return List.copyOf(merged);
  }

  /** The person of that display name. */
  public Person person(String name) {
    return people.stream()
        .filter(person -> person.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody is called " + name));
  }
}
