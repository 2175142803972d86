package io.growthline.oracle;

import static io.growthline.oracle.ActivityDraft.hundredths;

import io.growthline.rulebook.ActivityKind;
import io.growthline.rulebook.GoalTerms;
import io.growthline.rulebook.Offer;
import io.growthline.rulebook.Repeat;
import io.growthline.rulebook.Requirement;
import io.growthline.rulebook.Requirement.Measure;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.Selector;
import io.growthline.rulebook.Selector.By;
import io.growthline.rulebook.Span;
import io.growthline.rulebook.Versions;
import io.growthline.rulebook.Who;
import io.growthline.rulebook.Window;
import io.growthline.rulebook.Within;
import io.growthline.schemas.ledger.Category;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes small rule books of which every rule can matter within a few weeks around one day. */
final class RandomBook {

  static final List<String> JOBS = List.of("operator", "supervisor");
  static final List<String> GRADES = List.of("g1", "g2");
  static final List<String> TEAMS = List.of("north", "south");

  private static final List<String> REWARDS = List.of("leave-day", "voucher", "priority");
  private static final List<String> IDS = List.of("a0", "a1", "a2", "a3", "a4");

  private final Choices choices;
  private final int anchor;
  private final int mostActivities;
  private final boolean forgiving;

  private RandomBook(Choices choices, int anchor, int mostActivities) {
    this.choices = choices;
    this.anchor = anchor;
    this.mostActivities = mostActivities;
    forgiving = choices.percent(40);
  }

  /**
   * A rule book.
   *
   * @param anchor the day around which its dates lie, as days since 1970-01-01
   */
  static RuleBook make(Choices choices, String zone, int anchor) {
    return new RandomBook(choices, anchor, IDS.size()).book(new BookDraft(zone));
  }

  /** The revision before a rule book: anything may be other, but it has no activity more. */
  static RuleBook before(RuleBook book, Choices choices, int anchor) {
    return new RandomBook(choices, anchor, book.activities().size())
        .book(new BookDraft(book.zone().getId()).revision(book.ordinal() - 1));
  }

  private RuleBook book(BookDraft book) {
    if (choices.percent(40)) {
      book.anniversary();
    }
    if (choices.percent(50)) {
      boolean shares = choices.percent(70);
      book.target(
          choices.of("10", "33.33", "0.01"),
          shares ? "0.4" : null,
          shares ? "0.35" : null,
          shares ? "0.25" : null);
    }
    spending(book);
    int activities = 2 + choices.below(choices.percent(25) ? 4 : 2);
    List<String> ids = IDS.subList(0, Math.min(activities, mostActivities));
    for (String id : ids) {
      book.activity(id, activity());
    }
    int goals = 1 + choices.below(4);
    for (int i = 0; i < goals; i++) {
      book.goal("goal" + i, goal("goal" + i, ids));
    }
    return book.build();
  }

  private void spending(BookDraft book) {
    if (forgiving) {
      book.forgiving();
    }
    if (choices.percent(45)) {
      book.carryOver(choices.of("4", "0", "1.5", "10"));
    }
    if (choices.percent(65)) {
      book.expiry(choices.of(SPANS));
    }
    if (choices.percent(25)) {
      book.expiry(
          anchor + choices.of(0, 1, -1, 30), choices.percent(80) ? choices.of(SPANS) : null);
    }
    for (String id : REWARDS.subList(0, 1 + choices.below(REWARDS.size()))) {
      book.reward(id, reward());
    }
  }

  private Map<Integer, RewardDraft> reward() {
    Offer offer =
        choices.percent(10)
            ? new Offer(
                choices.of(null, anchor - 1, anchor), choices.of(null, anchor + 1, anchor + 40))
            : Offer.ALWAYS;
    boolean candidate = choices.percent(3);
    Map<Integer, RewardDraft> versions = new TreeMap<>();
    versions.put(Versions.START, rewardTerms(offer, candidate, choices.percent(6)));
    if (choices.percent(25)) {
      versions.put(anchor + choices.of(0, 1, 7, 31), rewardTerms(offer, candidate, false));
    }
    return versions;
  }

  private RewardDraft rewardTerms(Offer offer, boolean candidate, boolean unknownYet) {
    String cost = choices.of("2", "1", "0.5", "0", "2.5", "5", "0.01");
    RewardDraft draft = RewardDraft.costing(unknownYet ? null : cost).offered(offer);
    if (choices.percent(45)) {
      draft.limit(choices.of(1, 1, 2), choices.of(Window.values()));
    }
    if (choices.percent(20)) {
      draft.onlyFor(who());
    }
    if (candidate) {
      draft.candidate();
    }
    return draft;
  }

  private Map<Integer, ActivityDraft> activity() {
    ActivityKind kind = choices.of(ActivityKind.COURSE, ActivityKind.PRACTICE);
    Offer offer =
        choices.percent(12)
            ? new Offer(
                choices.of(null, anchor - 1, anchor), choices.of(null, anchor + 1, anchor + 40))
            : Offer.ALWAYS;
    boolean candidate = choices.percent(3);
    Map<Integer, ActivityDraft> versions = new TreeMap<>();
    boolean unknownAtFirst = choices.percent(6);
    versions.put(Versions.START, terms(kind, offer, candidate, unknownAtFirst));
    for (int further = choices.below(3); further > 0; further--) {
      versions.put(anchor + choices.of(0, 1, -2, 7, 31), terms(kind, offer, candidate, false));
    }
    return versions;
  }

  private ActivityDraft terms(
      ActivityKind kind, Offer offer, boolean candidate, boolean unknownAtFirst) {
    ActivityDraft draft =
        kind == ActivityKind.COURSE ? ActivityDraft.course() : ActivityDraft.practice();
    draft.offered(offer);
    draft.credits(
        choices.of("3", "2.5", "10", "3", "2.5", "5", "0.01", "1", "4", "0", "6", "9999999999.99"));
    draft.category(choices.of(Category.ELECTIVE, Category.REQUIRED, Category.PRACTICE));
    if (unknownAtFirst) {
      draft.credits(null);
      draft.category(choices.of(Category.ELECTIVE, null));
    }
    draft.repeat(
        choices.of(Repeat.EACH, Repeat.ONCE, new Repeat(Repeat.Mode.EVERY, choices.of(SPANS))));
    if (choices.percent(45)) {
      draft.cap(choices.of("4", "2.51", "0.01", "12"), choices.of(Window.values()));
    }
    if (choices.percent(35)) {
      draft.passScore(choices.of("0.6", "0.4", "1", "0.599999"));
    }
    if (choices.percent(40)) {
      draft.tags(choices.of("lean", "data"));
    }
    if (choices.percent(40)) {
      draft.skill(choices.of("lean", "python"), 1 + choices.below(4));
    }
    if (choices.percent(12)) {
      draft.jobs(choices.of(JOBS));
    }
    if (candidate) {
      draft.candidate();
    }
    return draft;
  }

  private static final List<Span> SPANS =
      List.of(
          new Span(1, 0, 0),
          new Span(7, 0, 0),
          new Span(30, 0, 0),
          new Span(0, 1, 0),
          new Span(0, 3, 0),
          new Span(0, 0, 1));

  private Map<Integer, GoalTerms> goal(String id, List<String> activities) {
    boolean revoke = choices.percent(50);
    boolean perPeriod = choices.percent(35);
    Map<Integer, GoalTerms> versions = new TreeMap<>();
    Who who = who();
    versions.put(
        Versions.START,
        BookDraft.goalTerms(
            id, who, revoke, perPeriod, choices.percent(10) ? null : requires(activities)));
    if (choices.percent(25)) {
      Who later = choices.percent(50) ? who : who();
      versions.put(
          anchor + choices.of(0, 1, 7, 31),
          BookDraft.goalTerms(id, later, revoke, perPeriod, requires(activities)));
    }
    return versions;
  }

  private Who who() {
    if (choices.percent(65)) {
      return Who.EVERYONE;
    }
    return new Who(
        choices.percent(30) ? List.of(choices.of(JOBS)) : null,
        choices.percent(15) ? List.of(choices.of(GRADES)) : null,
        choices.percent(15) ? List.of(choices.of(TEAMS)) : null,
        choices.percent(30) ? choices.of(1, 7, 30) : null,
        choices.percent(20) ? choices.of(SPANS) : null);
  }

  private List<Requirement> requires(List<String> activities) {
    List<Requirement> requirements = new ArrayList<>();
    for (int more = choices.of(0, 0, 0, 1, 1, 2); more >= 0; more--) {
      requirements.add(requirement(activities, true));
    }
    return requirements;
  }

  private Requirement requirement(List<String> activities, boolean nested) {
    return switch (choices.below(nested ? 8 : 7)) {
      case 0, 1, 2 -> credits(activities);
      case 3 ->
          new Requirement.ShareAtLeast(
              selector(activities), new BigDecimal(choices.of("0.5", "0.3", "1", "0.333333")));
      case 4 -> completed(activities);
      case 5 -> new Requirement.RequiredActivitiesCompleted();
      case 6 -> new Requirement.SkillAtLeast(choices.of("lean", "python"), 1 + choices.below(4));
      default ->
          new Requirement.AnyOf(
              List.of(requirement(activities, false), requirement(activities, false)));
    };
  }

  private Requirement credits(List<String> activities) {
    Measure measure = choices.of(Measure.TOTAL, Measure.AVAILABLE, Measure.SELECTED);
    Within within = Within.LIFETIME;
    if (choices.percent(50)) {
      within =
          choices.percent(50)
              ? new Within(choices.of(Window.values()), null)
              : new Within(null, choices.of(SPANS));
    }
    return new Requirement.CreditsAtLeast(
        measure,
        measure == Measure.SELECTED ? selector(activities) : null,
        hundredths(
            choices.of(
                "3", "2.51", "0.01", "5", "5.5", "7.5", "6", "10", "10.01", "9999999999.99")),
        within);
  }

  private Requirement completed(List<String> activities) {
    List<String> listed = activities.subList(0, 1 + choices.below(activities.size()));
    return new Requirement.Completed(listed, 1 + choices.below(listed.size()));
  }

  private Selector selector(List<String> activities) {
    By by = choices.of(By.values());
    return switch (by) {
      case CATEGORY -> new Selector(by, List.of(choices.of("practice", "elective", "required")));
      case TAG -> new Selector(by, List.of(choices.of("lean", "data")));
      case KIND -> new Selector(by, List.of(choices.of("course", "practice")));
      case SKILL -> new Selector(by, List.of(choices.of("lean", "python")));
      case ACTIVITIES ->
          new Selector(by, activities.subList(0, 1 + choices.below(activities.size())));
    };
  }
}
