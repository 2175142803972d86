package io.growthline.oracle;

import io.growthline.oracle.OracleResult.Cause;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
   * @param recorded outcomes that commands were given before, by the command's identity
   * @param until the end of the clock, epoch milliseconds: what occurred later is not known
   */
  public OracleResult judge(
      RuleBook book,
      List<HrEvent> hr,
      List<LearningEvent> learning,
      List<CreditCommand> commands,
      Map<Cause, RecordedOutcome> recorded,
      long until) {
    Facts facts = new Facts(until, contentHash);
    facts.addHr(hr);
    facts.addLearning(learning, book);
    facts.addCommands(commands);
    TimeLine time = new TimeLine(book, facts, recorded);
    time.goTo(until);
    List<Verdict> decisions = new ArrayList<>(facts.decisions);
    decisions.addAll(time.earning.decisions);
    decisions.addAll(time.spending.decisions);
    Moment end = time.moment(until);
    return new OracleResult(
        sums(time, end),
        time.account.shownLots(),
        time.earning.awards,
        time.account.postings,
        decisions,
        time.edges,
        time.goals.stream().map(GoalHistory::hold).filter(hold -> hold != null).toList(),
        facts.instants.isEmpty() ? List.of() : progress(time.account.postings, end),
        facts.duplicates);
  }

  private static Sums sums(TimeLine time, Moment end) {
    List<Entry> postings = time.account.postings;
    Map<Category, Long> byCategory = new TreeMap<>();
    for (Category category : List.of(Category.REQUIRED, Category.ELECTIVE, Category.PRACTICE)) {
      byCategory.put(category, sum(postings, posting -> posting.category() == category));
    }
    return new Sums(
        time.account.earned(),
        time.account.available(),
        time.spending.redeemed(),
        time.account.expired,
        time.account.lapsed,
        time.account.debt,
        byCategory,
        sum(postings, inPeriodOf(end)));
  }

  private static Predicate<Entry> inPeriodOf(Moment end) {
    return posting -> end.calendar().same(Window.PERIOD, posting.eventDate(), end.today());
  }

  private static long sum(List<Entry> postings, Predicate<Entry> which) {
    return postings.stream().filter(which).mapToLong(Entry::earnedChange).sum();
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
          && end.person().isIn(terms.who(), end.today())) {
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
}
