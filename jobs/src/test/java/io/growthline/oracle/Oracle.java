package io.growthline.oracle;

import static java.util.Comparator.comparing;

import io.growthline.oracle.OracleResult.Edge;
import io.growthline.oracle.OracleResult.Entry;
import io.growthline.oracle.OracleResult.Figures;
import io.growthline.oracle.OracleResult.Row;
import io.growthline.oracle.OracleResult.Sums;
import io.growthline.oracle.OracleResult.Verdict;
import io.growthline.rulebook.Goal;
import io.growthline.rulebook.GoalTerms;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.SchemeTerms;
import io.growthline.rulebook.Window;
import io.growthline.schemas.events.CreditCommand;
import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.ledger.Category;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** Judges one employee's whole history from scratch. */
public final class Oracle {

  private final Function<Object, String> contentHash;

  /**
   * @param contentHash a hash of an event's whole content, to tell duplicates from conflicts
   */
  public Oracle(Function<Object, String> contentHash) {
    this.contentHash = contentHash;
  }

  /**
   * What one employee's records come to.
   *
   * @param until the end of the clock, epoch milliseconds: what occurred later is not known
   */
  public OracleResult judge(
      RuleBook book,
      List<HrEvent> hr,
      List<LearningEvent> learning,
      List<CreditCommand> commands,
      long until) {
    Facts facts = new Facts(until, contentHash);
    facts.addHr(hr);
    facts.addLearning(learning, book);
    facts.addCommands(commands);
    Earning earning = new Earning(book, facts.hr);
    facts.learning.forEach(earning::apply);
    List<GoalHistory> goals = book.goals().stream().map(GoalHistory::new).toList();
    for (long time : instants(book, facts, until)) {
      Moment moment = moment(book, facts, earning, time);
      goals.forEach(goal -> goal.follow(moment));
    }
    List<Verdict> decisions = new ArrayList<>(facts.decisions);
    decisions.addAll(earning.decisions);
    Moment end = moment(book, facts, earning, until);
    return new OracleResult(
        sums(earning.postings, end),
        earning.awards,
        earning.postings,
        decisions,
        edges(goals),
        goals.stream().map(GoalHistory::hold).filter(hold -> hold != null).toList(),
        facts.instants.isEmpty() ? List.of() : progress(earning.postings, end),
        facts.duplicates);
  }

  /** Every instant of a fact and every local midnight from the first fact to the end. */
  private static Set<Long> instants(RuleBook book, Facts facts, long until) {
    TreeSet<Long> instants = new TreeSet<>(facts.instants);
    if (!instants.isEmpty()) {
      LocalDate day = localDay(book, instants.first()).plusDays(1);
      for (long midnight = midnight(book, day); midnight <= until; ) {
        instants.add(midnight);
        day = day.plusDays(1);
        midnight = midnight(book, day);
      }
    }
    return instants;
  }

  private static Moment moment(RuleBook book, Facts facts, Earning earning, long time) {
    Set<String> completed = new LinkedHashSet<>();
    for (Earning.Completion completion : earning.completions) {
      if (completion.holdsAt(time)) {
        completed.add(completion.activityId());
      }
    }
    return new Moment(
        book,
        time,
        localDay(book, time),
        Person.at(facts.hr, book.zone(), time),
        earning.awards.stream().filter(award -> award.at() <= time).toList(),
        completed);
  }

  private static Sums sums(List<Entry> postings, Moment end) {
    long earned = sum(postings, posting -> true);
    Map<Category, Long> byCategory = new TreeMap<>();
    for (Category category : List.of(Category.REQUIRED, Category.ELECTIVE, Category.PRACTICE)) {
      byCategory.put(category, sum(postings, posting -> posting.category() == category));
    }
    return new Sums(earned, earned, byCategory, sum(postings, inPeriodOf(end)));
  }

  private static Predicate<Entry> inPeriodOf(Moment end) {
    return posting -> end.calendar().same(Window.PERIOD, posting.eventDate(), end.today());
  }

  private static long sum(List<Entry> postings, Predicate<Entry> which) {
    return postings.stream().filter(which).mapToLong(Entry::earnedChange).sum();
  }

  private static List<Edge> edges(List<GoalHistory> goals) {
    List<Edge> edges = new ArrayList<>();
    goals.forEach(goal -> edges.addAll(goal.edges));
    edges.sort(comparing(Edge::at));
    return edges;
  }

  private static List<Row> progress(List<Entry> postings, Moment end) {
    List<Row> rows = new ArrayList<>();
    SchemeTerms scheme = end.book().scheme().at(end.day());
    if (scheme != null && scheme.target() != null) {
      rows.addAll(schemeProgress(scheme, postings, end));
    }
    for (Goal goal : end.book().goals()) {
      GoalTerms terms = goal.versions().at(end.day());
      if (terms != null
          && terms.requires() != null
          && end.person().employed()
          && end.isIn(terms.who())) {
        List<String> texts = RequirementText.of(terms.requires());
        for (int i = 0; i < texts.size(); i++) {
          rows.add(new Row(goal.id(), texts.get(i), end.figures(terms.requires().get(i))));
        }
      }
    }
    return rows;
  }

  private static List<Row> schemeProgress(SchemeTerms scheme, List<Entry> postings, Moment end) {
    List<Row> rows = new ArrayList<>();
    Predicate<Entry> now = inPeriodOf(end);
    rows.add(schemeRow("total", scheme.target(), sum(postings, now)));
    if (scheme.requiredShare() != null) {
      long required = part(scheme.target(), scheme.requiredShare());
      long elective = part(scheme.target(), scheme.electiveShare());
      Map<Category, Long> targets = new TreeMap<>();
      targets.put(Category.REQUIRED, required);
      targets.put(Category.ELECTIVE, elective);
      targets.put(Category.PRACTICE, scheme.target() - required - elective);
      targets.forEach(
          (category, target) ->
              rows.add(
                  schemeRow(
                      "category=" + category.name().toLowerCase(Locale.ROOT),
                      target,
                      sum(postings, now.and(posting -> posting.category() == category)))));
    }
    return rows;
  }

  private static Row schemeRow(String amount, long target, long current) {
    Figures figures =
        new Figures(
            "credits",
            current * 10_000,
            target * 10_000,
            Math.max(0, target - current) * 10_000,
            current >= target,
            List.of(),
            List.of());
    return new Row("scheme", "credits(" + amount + ")", figures);
  }

  private static long part(long target, BigDecimal share) {
    return BigDecimal.valueOf(target)
        .multiply(share)
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private static LocalDate localDay(RuleBook book, long time) {
    return Instant.ofEpochMilli(time).atZone(book.zone()).toLocalDate();
  }

  private static long midnight(RuleBook book, LocalDate day) {
    return day.atStartOfDay(book.zone()).toInstant().toEpochMilli();
  }
}
