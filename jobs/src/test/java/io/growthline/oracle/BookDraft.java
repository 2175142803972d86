package io.growthline.oracle;

import io.growthline.rulebook.Activity;
import io.growthline.rulebook.ActivityTerms;
import io.growthline.rulebook.Goal;
import io.growthline.rulebook.GoalTerms;
import io.growthline.rulebook.Period;
import io.growthline.rulebook.RecommendationTerms;
import io.growthline.rulebook.Requirement;
import io.growthline.rulebook.Requirement.CreditsAtLeast;
import io.growthline.rulebook.Requirement.Measure;
import io.growthline.rulebook.Reward;
import io.growthline.rulebook.RewardTerms;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.SchemeTerms;
import io.growthline.rulebook.Selector;
import io.growthline.rulebook.Span;
import io.growthline.rulebook.Versions;
import io.growthline.rulebook.Who;
import io.growthline.rulebook.Within;
import io.growthline.schemas.ledger.GoalKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes a rule book down in code, entry by entry. */
public final class BookDraft {

  private final ZoneId zone;
  private final Map<String, Activity> activities = new TreeMap<>();
  private final List<Goal> goals = new ArrayList<>();
  private final NavigableSet<Integer> changeDays = new TreeSet<>();
  private final Map<String, Reward> rewards = new TreeMap<>();
  private final Map<Integer, Span> expiry = new TreeMap<>();
  private long ordinal = 2;
  private boolean anniversary;
  private Long carryOver;
  private boolean forgiving;
  private SchemeTerms target =
      new SchemeTerms(null, null, null, null, null, RecommendationTerms.DEFAULT);

  public BookDraft(String zone) {
    this.zone = ZoneId.of(zone);
  }

  /** Makes it another revision than the second. */
  BookDraft revision(long number) {
    ordinal = number;
    return this;
  }

  /** Counts periods from the day of hire instead of 1 January. */
  public BookDraft anniversary() {
    anniversary = true;
    return this;
  }

  /** Lets only so many credits stay spendable past a period's end. */
  public BookDraft carryOver(String credits) {
    carryOver = ActivityDraft.hundredths(credits);
    return this;
  }

  /** Forgives what a reversal finds already spent, instead of leaving debt. */
  public BookDraft forgiving() {
    forgiving = true;
    return this;
  }

  /** Lets credits expire so long after the day they were earned. */
  public BookDraft expiry(Span life) {
    return expiry(Versions.START, life);
  }

  /**
   * Lets credits earned from that day on expire.
   *
   * @param from days since 1970-01-01, or {@link Versions#START}
   * @param life null: they never do
   */
  public BookDraft expiry(int from, Span life) {
    expiry.put(from, life);
    addChange(from);
    return this;
  }

  /** Sets the target per period and its shares; null shares: none. */
  public BookDraft target(String credits, String required, String elective, String practice) {
    target =
        new SchemeTerms(
            ActivityDraft.hundredths(credits),
            decimal(required),
            decimal(elective),
            decimal(practice),
            null,
            RecommendationTerms.DEFAULT);
    return this;
  }

  public BookDraft activity(String id, ActivityDraft terms) {
    return activity(id, Map.of(Versions.START, terms));
  }

  /**
   * Adds an activity that changes.
   *
   * @param drafts by first day, as days since 1970-01-01, {@link Versions#START} included
   */
  public BookDraft activity(String id, Map<Integer, ActivityDraft> drafts) {
    Map<Integer, ActivityTerms> versions = new TreeMap<>();
    drafts.forEach((from, draft) -> versions.put(from, draft.from(id, from)));
    activities.put(id, new Activity(id, new Versions<>(versions)));
    versions.keySet().forEach(this::addChange);
    for (ActivityTerms terms : versions.values()) {
      addChange(terms.offer().fromDay());
      addChange(terms.offer().untilDay());
    }
    return this;
  }

  public BookDraft reward(String id, RewardDraft terms) {
    return reward(id, Map.of(Versions.START, terms));
  }

  /**
   * Adds a reward that changes.
   *
   * @param drafts by first day, as days since 1970-01-01, {@link Versions#START} included
   */
  public BookDraft reward(String id, Map<Integer, RewardDraft> drafts) {
    Map<Integer, RewardTerms> versions = new TreeMap<>();
    drafts.forEach((from, draft) -> versions.put(from, draft.terms(id)));
    rewards.put(id, new Reward(id, new Versions<>(versions)));
    versions.keySet().forEach(this::addChange);
    for (RewardTerms terms : versions.values()) {
      addChange(terms.offer().fromDay());
      addChange(terms.offer().untilDay());
    }
    return this;
  }

  /** Adds a goal for everyone that, once reached, is kept. */
  public BookDraft goal(String id, Requirement... requires) {
    return goal(id, Who.EVERYONE, false, false, requires);
  }

  public BookDraft goal(
      String id, Who who, boolean revoke, boolean perPeriod, Requirement... requires) {
    return goal(
        id, Map.of(Versions.START, goalTerms(id, who, revoke, perPeriod, List.of(requires))));
  }

  /** Adds a goal that changes, by first day. */
  public BookDraft goal(String id, Map<Integer, GoalTerms> versions) {
    goals.add(new Goal(id, new Versions<>(versions)));
    versions.keySet().forEach(this::addChange);
    return this;
  }

  /**
   * A goal's terms as in force from one day on.
   *
   * @param requires null: no dated value is in force yet
   */
  static GoalTerms goalTerms(
      String id, Who who, boolean revoke, boolean perPeriod, List<Requirement> requires) {
    return new GoalTerms(
        GoalKind.CERTIFICATION, Map.of("en", id), who, requires, revoke, perPeriod, null);
  }

  /** Asks for that many credits in all. */
  static Requirement total(String credits) {
    return new CreditsAtLeast(
        Measure.TOTAL, null, ActivityDraft.hundredths(credits), Within.LIFETIME);
  }

  /** Asks for that many credits to spend. */
  static Requirement available(String credits) {
    return new CreditsAtLeast(
        Measure.AVAILABLE, null, ActivityDraft.hundredths(credits), Within.LIFETIME);
  }

  /** Asks for that many credits of what the selector picks. */
  static Requirement selected(Selector.By by, String credits, String... values) {
    return new CreditsAtLeast(
        Measure.SELECTED,
        new Selector(by, List.of(values)),
        ActivityDraft.hundredths(credits),
        Within.LIFETIME);
  }

  public RuleBook build() {
    return new RuleBook(
        ordinal,
        "0".repeat(64),
        "default",
        zone,
        new Period(anniversary, carryOver),
        forgiving,
        new Span(0, 36, 0),
        scheme(),
        activities,
        goals,
        rewards,
        Map.of(),
        Map.of(),
        Map.of(),
        changeDays);
  }

  private void addChange(Integer day) {
    if (day != null && day != Versions.START) {
      changeDays.add(day);
    }
  }

  private Versions<SchemeTerms> scheme() {
    Map<Integer, SchemeTerms> versions = new TreeMap<>();
    versions.put(Versions.START, target);
    expiry.forEach(
        (from, life) ->
            versions.put(
                from,
                new SchemeTerms(
                    target.target(),
                    target.requiredShare(),
                    target.electiveShare(),
                    target.practiceShare(),
                    life,
                    RecommendationTerms.DEFAULT)));
    return new Versions<>(versions);
  }

  private static BigDecimal decimal(String value) {
    return value == null ? null : new BigDecimal(value);
  }

  /** Days since 1970-01-01 of a date in ISO-8601. */
  static int day(String date) {
    return (int) LocalDate.parse(date).toEpochDay();
  }
}
