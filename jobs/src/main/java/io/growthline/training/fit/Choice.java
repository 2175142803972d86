package io.growthline.training.fit;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What validation has chosen: a recommender, and its rivals, each at its best.
 *
 * @param recommender ours
 * @param ease the regression without order and without weights for people
 * @param itemKnn neighbours by cosine
 */
public record Choice(Recommender recommender, Recommender ease, ItemKnn itemKnn) {

  /** A recommender that is not fitted yet. */
  public interface Recommender {

    /** Learns from all of these. */
    Scorer fit(Interactions people);

    /** The parameters by name, as they are told to users. */
    Map<String, Object> parameters();
  }

  /** What is mostly chosen, without validation: to measure what it costs, not how good it is. */
  public static Choice usual() {
    SymmetricFit symmetric = new SymmetricFit(-1, 10);
    return new Choice(
        recommender(new BlendedFit(symmetric, FitSearch.GAP, FitSearch.DIRECTIONAL, 0.7, 0.1)),
        recommender(BlendedFit.alone(new SymmetricFit(0, 100))),
        new ItemKnn(100));
  }

  static Recommender recommender(BlendedFit fit) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("direction", fit.direction());
    parameters.put("gaps", fit.gaps());
    if (fit.direction() > 0) {
      parameters.put("shortDecay", fit.directional().shortDecay());
      parameters.put("longDecay", fit.directional().longDecay());
      parameters.put("futureDecay", fit.directional().futureDecay());
      parameters.put("directionalPersonPower", fit.directional().personPower());
      parameters.put("directionalRidge", fit.directional().ridge());
    }
    if (fit.direction() < 1 && fit.gaps() > 0) {
      parameters.put("gapDecay", fit.gap().decay());
      parameters.put("gapPersonPower", fit.gap().personPower());
      parameters.put("gapRidge", fit.gap().ridge());
    }
    if (fit.direction() < 1 && fit.gaps() < 1) {
      parameters.put("symmetricPersonPower", fit.symmetric().personPower());
      parameters.put("symmetricRidge", fit.symmetric().ridge());
    }
    return new Recommender() {
      @Override
      public Scorer fit(Interactions people) {
        return fit.fit(people);
      }

      @Override
      public Map<String, Object> parameters() {
        return parameters;
      }
    };
  }
}
