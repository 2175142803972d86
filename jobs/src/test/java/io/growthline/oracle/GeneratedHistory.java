package io.growthline.oracle;

import io.growthline.oracle.OracleResult.Cause;
import io.growthline.rulebook.ActivityKind;
import io.growthline.rulebook.RuleBook;
import io.growthline.schemas.events.CreditCommand;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.Outcome;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/**
 * A small rule book and one employee's history under it, full of what goes wrong in practice.
 *
 * @param earlier the revision before that rule book, to begin with
 * @param recorded outcomes that some of its REDEEMs may have been given before
 * @param until the end of the clock, epoch milliseconds; no record names a later time
 */
public record GeneratedHistory(
    RuleBook book,
    RuleBook earlier,
    History history,
    Map<Cause, RecordedOutcome> recorded,
    long until) {

  private static final List<String> ZONES =
      List.of("Asia/Shanghai", "Europe/London", "America/New_York", "Africa/Cairo");

  /** Days at and around which clocks change, months, years and a leap day end. */
  private static final List<String> ANCHORS =
      List.of(
          "2025-06-30",
          "2025-12-31",
          "2024-02-28",
          "2026-03-29",
          "2025-10-26",
          "2026-03-08",
          "2025-11-02",
          "2025-04-24",
          "2025-10-30",
          "2025-01-31",
          "2024-12-29");

  private static final long DAY = 86_400_000;

  private static final List<Category> CATEGORIES =
      Arrays.asList(Category.ELECTIVE, Category.REQUIRED, Category.PRACTICE, null);

  /** An activity that no rule book knows; a history has events of others too. */
  private static final String UNLISTED = "unlisted";

  /** Any such case; a failing one shrinks record by record. */
  public static Arbitrary<GeneratedHistory> any() {
    return any(false);
  }

  /** Cases of which some have events of an activity that the rule book lacks. */
  public static Arbitrary<GeneratedHistory> anyWithUnlistedActivities() {
    return any(true);
  }

  private static Arbitrary<GeneratedHistory> any(boolean unlisted) {
    return Combinators.combine(
            choices(220),
            choices(14).list().ofMaxSize(4),
            choices(14)
                .list()
                .ofMinSize(1)
                .ofMaxSize(24)
                .withSizeDistribution(RandomDistribution.uniform()),
            choices(18).list().ofMaxSize(10).withSizeDistribution(RandomDistribution.uniform()))
        .as((book, hr, learning, commands) -> make(unlisted, book, hr, learning, commands));
  }

  private static Arbitrary<List<Integer>> choices(int count) {
    return Arbitraries.integers()
        .between(0, Choices.RESOLUTION - 1)
        .withDistribution(RandomDistribution.uniform())
        .withoutEdgeCases()
        .list()
        .ofSize(count)
        .withoutEdgeCases();
  }

  private static GeneratedHistory make(
      boolean unlisted,
      List<Integer> forBook,
      List<List<Integer>> forHr,
      List<List<Integer>> forLearning,
      List<List<Integer>> forCommands) {
    Choices choices = Choices.recorded(forBook);
    String zone = choices.of(ZONES);
    LocalDate anchor = LocalDate.parse(choices.of(ANCHORS));
    long rest = choices.of(0L, 1L, DAY, 40 * DAY, 400 * DAY);
    RuleBook book = RandomBook.make(choices, zone, (int) anchor.toEpochDay());
    Map<String, ActivityKind> kinds = kinds(book);
    List<String> rewards = List.copyOf(book.rewards().keySet());
    RandomHistory random =
        new RandomHistory("p1", ZoneId.of(zone), anchor, kinds, rewards, CATEGORIES);
    RandomHistory later = unlisted && choices.percent(30) ? random.withActivity(UNLISTED) : random;
    List<HrEvent> hr = new ArrayList<>();
    forHr.forEach(values -> hr.add(random.hr(Choices.recorded(values), hr.size())));
    List<LearningEvent> learning = new ArrayList<>();
    forLearning.forEach(
        values ->
            learning.add(
                (learning.isEmpty() ? random : later)
                    .learning(Choices.recorded(values), learning)));
    List<CreditCommand> commands = new ArrayList<>();
    Map<Cause, RecordedOutcome> recorded = new HashMap<>();
    boolean known = choices.percent(40);
    for (List<Integer> values : forCommands) {
      Choices each = Choices.recorded(values);
      commands.add(random.command(each, commands, learning));
      if (known && each.percent(50)) {
        recorded.put(Facts.cause(commands.get(commands.size() - 1)), outcome(each));
      }
    }
    History history = new History(hr, learning, commands);
    RuleBook earlier =
        RandomBook.before(
            book, Choices.seeded(choices.below(Choices.RESOLUTION)), (int) anchor.toEpochDay());
    return new GeneratedHistory(book, earlier, history, recorded, history.newest() + rest);
  }

  private static RecordedOutcome outcome(Choices choices) {
    Outcome outcome =
        choices.of(
            Outcome.APPROVED,
            Outcome.APPROVED,
            Outcome.APPROVED,
            Outcome.INSUFFICIENT_CREDITS,
            Outcome.LIMIT_REACHED);
    return new RecordedOutcome(
        outcome, outcome == Outcome.APPROVED ? choices.of(null, 300L, 0L, 1000L) : null);
  }

  private static Map<String, ActivityKind> kinds(RuleBook book) {
    Map<String, ActivityKind> kinds = new TreeMap<>();
    book.activities().forEach((id, activity) -> kinds.put(id, activity.versions().latest().kind()));
    return kinds;
  }
}
