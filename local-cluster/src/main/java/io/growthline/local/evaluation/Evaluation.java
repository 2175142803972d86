package io.growthline.local.evaluation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.growthline.training.fit.Choice;
import io.growthline.training.fit.HeldOut;
import io.growthline.training.fit.Interactions;
import io.growthline.training.fit.Popularity;
import io.growthline.training.fit.RankingMetrics;
import io.growthline.training.fit.Scorer;
import io.growthline.training.fit.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The recommender's quality on a file of interactions, beside that of its rivals.
 *
 * @param users people with test items
 * @param items all items that were ranked
 * @param cutoff how many were recommended to each
 * @param metrics ours
 * @param fitSeconds how long the final fit took
 * @param chosen what validation on the training file has chosen
 * @param baselines the rivals, each at its best
 */
public record Evaluation(
    int users,
    int items,
    int cutoff,
    @JsonUnwrapped Metrics metrics,
    double fitSeconds,
    Map<String, Object> chosen,
    Baselines baselines) {

  /** Figures of one recommender, see {@link RankingMetrics}. */
  public record Metrics(
      double recall,
      double precision,
      double hitRate,
      double ndcg,
      double coverage,
      double popularityShare) {

    private static Metrics of(RankingMetrics m) {
      return new Metrics(
          m.recall(), m.precision(), m.hitRate(), m.ndcg(), m.coverage(), m.popularityShare());
    }
  }

  /** The rivals' figures. */
  public record Baselines(Metrics ease, Metrics itemKnn, Metrics popularity) {}

  private static final double NANOS = 1e9;

  /**
   * Fits and measures. The test file is opened after everything is chosen.
   *
   * @param log told what was chosen, and if items were left out
   * @throws IOException if a file cannot be read
   */
  public static Evaluation run(
      Path train, Path test, int cutoff, int mostItems, long seed, Consumer<String> log)
      throws IOException {
    Catalogue catalogue = new Catalogue(InteractionFile.read(train), mostItems);
    if (catalogue.leftOut() > 0) {
      log.accept(
          "left out: %,d items, the rarest (--max-items %,d): they are not recommended, and count as missed"
              .formatted(catalogue.leftOut(), mostItems));
    }
    Interactions people = catalogue.interactions();
    Choice choice = new Selection(people, catalogue.ranks(), cutoff, seed).choose();
    Map<String, Object> chosen = choice.recommender().parameters();
    log.accept("chosen: " + chosen);
    long begin = System.nanoTime();
    Scorer ours = choice.recommender().fit(people);
    double fitSeconds = (System.nanoTime() - begin) / NANOS;
    HeldOut heldOut = catalogue.test(InteractionFile.read(test));
    RankingMetrics metrics = RankingMetrics.of(ours, heldOut, cutoff);
    Baselines baselines =
        new Baselines(
            measure(choice.ease().fit(people), heldOut, cutoff),
            measure(choice.itemKnn().fit(people), heldOut, cutoff),
            measure(Popularity.fit(people), heldOut, cutoff));
    return new Evaluation(
        metrics.users(),
        catalogue.size(),
        cutoff,
        Metrics.of(metrics),
        fitSeconds,
        chosen,
        baselines);
  }

  private static Metrics measure(Scorer scorer, HeldOut heldOut, int cutoff) {
    return Metrics.of(RankingMetrics.of(scorer, heldOut, cutoff));
  }
}
