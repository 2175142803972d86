package io.growthline.training.fit;

import io.growthline.recommend.rules.ContentPrior;
import io.growthline.recommend.rules.TasteModel;
import io.growthline.training.fit.TimeSplit.Answers;
import io.growthline.training.fit.TimeSplit.Figures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a validation has shown: the parameters at their best, and whether a model made with them is
 * worth having.
 *
 * @param cut first instant of what had to be found: epoch milliseconds, UTC
 * @param parameters chosen; null if there was too little to choose by
 * @param ours figures of the candidate; null if there was too little to tell
 * @param rivals figures by name, on the same questions
 * @param refusal why the candidate is not worth having; null: it is
 */
public record Trial(
    long cut,
    TasteParameters parameters,
    Figures ours,
    Map<String, Figures> rivals,
    String refusal) {

  /** The part of all takings that is looked for. */
  private static final double LAST_PART = 0.2;

  /** Fewer questions than that tell nothing. */
  static final int FEWEST_TESTS = 20;

  /** More people than the sample has tell little more, and larger matrices take minutes. */
  private static final int MOST_SIGNALS = 1_500;

  private static final int MOST_ACTIVITIES = 1_500;

  /** The newest model there is. */
  public record Champion(TasteModel model, long trainedUntil) {}

  /**
   * Chooses by validation, and compares.
   *
   * @param people a sample, in an order that says nothing of them
   * @param champion null: there is none yet
   */
  public static Trial run(
      List<PersonHistory> people, Vocabulary all, ContentPrior prior, Champion champion) {
    Vocabulary vocabulary = all.first(MOST_SIGNALS, MOST_ACTIVITIES);
    long cut = TimeSplit.cut(people, LAST_PART);
    TimeSplit choosing = new TimeSplit(people, vocabulary, cut, person -> person % 2 == 0);
    // Of many candidates the best is also the luckiest: others have to judge it.
    TimeSplit judging = new TimeSplit(people, vocabulary, cut, person -> person % 2 == 1);
    int tests = Math.min(choosing.tests(), judging.tests());
    if (tests < FEWEST_TESTS) {
      return new Trial(
          cut,
          null,
          null,
          Map.of(),
          "too little to tell by: each half of the people took something only "
              + tests
              + " times of late");
    }
    TasteParameters parameters = new TasteSelection(choosing, prior).choose();
    TasteSelection selection = new TasteSelection(judging, prior);
    Answers ours = judging.ask(selection.fit(parameters));
    Map<String, Figures> rivals = new LinkedHashMap<>();
    String refusal = null;
    for (Map.Entry<String, Contender> baseline : baselines(judging, selection).entrySet()) {
      Answers theirs = judging.ask(baseline.getValue());
      rivals.put(baseline.getKey(), theirs.figures());
      if (refusal == null && !ours.clearlyBetterThan(theirs)) {
        refusal = "not clearly better than the " + baseline.getKey();
      }
    }
    if (refusal == null && champion != null) {
      refusal = againstChampion(people, vocabulary, prior, parameters, champion, rivals);
    }
    return new Trial(cut, parameters, ours.figures(), rivals, refusal);
  }

  private static Map<String, Contender> baselines(TimeSplit split, TasteSelection selection) {
    Map<String, Contender> baselines = new LinkedHashMap<>();
    baselines.put("popularity", Contender.popularity(split.vocabulary(), split.known()));
    baselines.put("rule book alone", selection.priorAlone());
    return baselines;
  }

  /**
   * Both know what the champion knew, and are asked for what came after: it has seen the rest.
   * Asked of those by whom the parameters were not chosen.
   */
  private static String againstChampion(
      List<PersonHistory> people,
      Vocabulary vocabulary,
      ContentPrior prior,
      TasteParameters parameters,
      Champion champion,
      Map<String, Figures> rivals) {
    TimeSplit since =
        new TimeSplit(people, vocabulary, champion.trainedUntil() + 1, person -> person % 2 == 1);
    if (since.tests() < FEWEST_TESTS) {
      return "nothing new: since the champion %s was trained half of the people took something only %d times"
          .formatted(champion.model().version(), since.tests());
    }
    Figures theirs = since.ask(Contender.of(champion.model(), vocabulary)).figures();
    Figures ours = since.ask(new TasteSelection(since, prior).fit(parameters)).figures();
    rivals.put("champion", theirs);
    rivals.put("candidate beside the champion", ours);
    return ours.ndcg() > theirs.ndcg()
        ? null
        : "not better than the champion " + champion.model().version();
  }
}
