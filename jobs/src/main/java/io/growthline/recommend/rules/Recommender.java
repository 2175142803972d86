package io.growthline.recommend.rules;

import io.growthline.rulebook.ActivityTerms;
import io.growthline.rulebook.RecommendationTerms;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.SchemeTerms;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.recommendations.EmployeeRecommendations;
import io.growthline.schemas.recommendations.ReasonCode;
import io.growthline.schemas.recommendations.RecommendedActivity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Recommends by one model and one rule book on one day. A candidate's score is the weighted sum of
 * taste, goals, skills and demand, each scaled so that 1 is the most anything has; every part of it
 * is told as a reason. Not for threads to share.
 */
public final class Recommender {

  /** Below this taste says nothing that is worth being scaled up. */
  private static final double LEAST_TASTE = 1e-6;

  private final RuleBook book;
  private final int day;
  private final TasteModel model;
  private final RecommendationTerms terms;
  private final Candidates candidates;
  private final Taste taste;
  private final Admission admission;
  private final Needs needs;
  private final GrowthPlanner growth;
  private final ReasonTexts texts;

  /**
   * @param model what was learned of taste; null: nothing yet, the rule book alone decides
   * @param day days since 1970-01-01 in the scheme's zone
   */
  public Recommender(RuleBook book, TasteModel model, int day) {
    this.book = book;
    this.day = day;
    this.model = model;
    SchemeTerms scheme = book.scheme().at(day);
    this.terms = scheme == null ? RecommendationTerms.DEFAULT : scheme.recommendations();
    this.candidates = new Candidates(book, day);
    this.taste = new Taste(candidates, new ContentPrior(book, day), model);
    this.admission = new Admission(book, candidates, day);
    this.needs = new Needs(book, candidates, day);
    this.growth = new GrowthPlanner(book, day);
    this.texts = new ReasonTexts(book);
  }

  /** Whether it recommends by that rule book and model on that day. */
  public boolean isFor(RuleBook present, TasteModel announced, int today) {
    return book.ordinal() == present.ordinal()
        && Objects.equals(version(model), version(announced))
        && day == today;
  }

  private static String version(TasteModel model) {
    return model == null ? null : model.version();
  }

  /**
   * What to recommend.
   *
   * @param person the newest vector
   * @param progress the newest progress, or null: none is known
   * @param generatedAt epoch milliseconds
   */
  public EmployeeRecommendations recommend(
      FeatureVector person, EmployeeProgress progress, long generatedAt) {
    String version = version(model);
    String noticeId =
        String.join(
            "@",
            person.employeeId(),
            Long.toString(person.version()),
            version == null ? "" : version,
            Long.toString(generatedAt));
    boolean employed = person.employed();
    return new EmployeeRecommendations(
        person.employeeId(),
        person.version(),
        generatedAt,
        noticeId,
        version,
        employed ? items(person, progress) : List.of(),
        employed && progress != null ? growth.plans(progress, person.earned()) : List.of(),
        Map.of());
  }

  private List<RecommendedActivity> items(FeatureVector person, EmployeeProgress progress) {
    Scores scores = new Scores(person, progress);
    List<RecommendedActivity> items = new ArrayList<>();
    Map<String, Integer> byTag = new HashMap<>();
    Queue<Pick> picks = scores.picks();
    while (!picks.isEmpty() && items.size() < terms.items()) {
      Pick pick = picks.remove();
      ActivityTerms picked = candidates.terms(pick.candidate());
      if (picked.tags().stream().allMatch(tag -> byTag.getOrDefault(tag, 0) < terms.perTag())) {
        picked.tags().forEach(tag -> byTag.merge(tag, 1, Integer::sum));
        items.add(scores.item(pick));
      }
    }
    return items;
  }

  /**
   * A candidate to recommend; the best is the least, of equal ones the first in the order of ids.
   *
   * @param because the candidate whose score it has: itself, or one that needs it first
   */
  private record Pick(int candidate, int because, double score) implements Comparable<Pick> {

    @Override
    public int compareTo(Pick other) {
      int byScore = Double.compare(other.score, score);
      return byScore != 0 ? byScore : Integer.compare(candidate, other.candidate);
    }
  }

  /** Everything about one person. */
  private final class Scores {

    private final FeatureVector person;
    private final List<Signal> signals;
    private final double[] tastes;
    private final Admission.Admitted admitted;
    private final Needs.OfPerson needed;
    private final double tasteWeight;

    Scores(FeatureVector person, EmployeeProgress progress) {
      this.person = person;
      this.signals = taste.signals().of(person);
      this.tastes = taste.scores(signals);
      this.admitted = admission.of(person);
      this.needed = needs.of(person, progress);
      double most = 0;
      for (int candidate = 0; candidate < tastes.length; candidate++) {
        most = admitted.forItself(candidate) ? Math.max(most, tastes[candidate]) : most;
      }
      this.tasteWeight = most > LEAST_TASTE ? terms.weights().taste() / most : 0;
    }

    /** All that can be taken now, best first. Only the first few are asked for: not sorted. */
    Queue<Pick> picks() {
      Pick[] best = new Pick[candidates.size()];
      for (int candidate = 0; candidate < best.length; candidate++) {
        if (admitted.forItself(candidate)) {
          offer(candidate, candidate, score(candidate), best);
        }
      }
      List<Pick> picks = new ArrayList<>(best.length);
      for (Pick pick : best) {
        if (pick != null) {
          picks.add(pick);
        }
      }
      return new PriorityQueue<>(picks);
    }

    /** Offers a candidate, or instead of it what it needs first. */
    private void offer(int candidate, int because, double score, Pick[] best) {
      List<String> missing = admission.missing(candidate, person);
      if (missing.isEmpty()) {
        if (best[candidate] == null || best[candidate].score() < score) {
          best[candidate] = new Pick(candidate, because, score);
        }
        return;
      }
      for (String needed : missing) {
        Integer number = candidates.number(needed);
        if (number != null && admitted.beforeAnother(number)) {
          offer(number, because, score, best);
        }
      }
    }

    private double score(int candidate) {
      double score = tasteWeight * tastes[candidate];
      score += terms.weights().goals() * closedGap(candidate);
      score += terms.weights().demand() * needs.demand(candidate);
      return score + terms.weights().skills() * needed.closedOfAllSkills(candidate);
    }

    private double closedGap(int candidate) {
      return terms.weights().goals() == 0 ? 0 : needed.closedGap(candidate);
    }

    RecommendedActivity item(Pick pick) {
      ActivityTerms picked = candidates.terms(pick.candidate());
      Reasons reasons = reasons(pick.because());
      if (pick.because() != pick.candidate()) {
        reasons.explain(ReasonCode.NEEDED_FIRST, candidates.id(pick.because()));
      }
      return new RecommendedActivity(
          candidates.id(pick.candidate()),
          picked.titles(),
          picked.credits(),
          pick.score(),
          null,
          reasons.told());
    }

    private Reasons reasons(int candidate) {
      Reasons reasons = new Reasons(texts);
      for (Signal signal : signals) {
        double share = tasteWeight * taste.share(signal, candidate);
        reasons.add(code(signal.id().kind()), subject(signal.id()), share);
      }
      double closed = terms.weights().goals() * closedGap(candidate);
      reasons.add(ReasonCode.GOAL, needed.goalId(), closed);
      needed
          .closedSkillGaps(candidate)
          .forEach(
              (skill, gap) ->
                  reasons.add(ReasonCode.SKILL_GAP, skill, terms.weights().skills() * gap));
      reasons.add(
          ReasonCode.DEMAND,
          needs.demandedSkill(candidate),
          terms.weights().demand() * needs.demand(candidate));
      return reasons;
    }
  }

  private static ReasonCode code(SignalKind kind) {
    return switch (kind) {
      case ANYONE -> ReasonCode.POPULAR;
      case LAST_TAKEN, TAKEN -> ReasonCode.TAKEN;
      case CLICKED -> ReasonCode.CLICKED;
      case INTEREST -> ReasonCode.INTEREST;
      case JOB -> ReasonCode.JOB;
      case TENURE -> ReasonCode.TENURE;
      case GRADE -> ReasonCode.GRADE;
      case PREFERRED_FORMAT, USED_FORMAT -> ReasonCode.FORMAT;
    };
  }

  private static String subject(SignalId signal) {
    return switch (signal.kind()) {
      case ANYONE -> null;
      // The band of tenure behind the job is for the model, not for people.
      case TENURE -> signal.subject().substring(0, signal.subject().lastIndexOf('/'));
      default -> signal.subject();
    };
  }
}
