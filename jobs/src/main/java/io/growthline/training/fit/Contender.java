package io.growthline.training.fit;

import io.growthline.recommend.rules.AdditiveModel;
import io.growthline.recommend.rules.Memory;
import io.growthline.recommend.rules.Signals;
import io.growthline.recommend.rules.TasteModel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ejml.data.DMatrixRMaj;

/** Anything that says from what was known of a person what they take next. */
interface Contender {

  /** The score of every activity of a validation's vocabulary; only their order matters. */
  double[] scores(Example example);

  /** Coefficients, signals × activities of the same vocabulary. */
  static Contender of(Vocabulary vocabulary, Memory memory, DMatrixRMaj coefficients) {
    Signals signals = new Signals(memory);
    AdditiveModel model =
        new AdditiveModel(TasteFit.rows(coefficients), vocabulary.activities().size());
    return example -> model.scores(vocabulary.tokens(TasteFit.known(example, signals)));
  }

  /** A model of before; what it does not know of scores nothing. */
  static Contender of(TasteModel model, Vocabulary vocabulary) {
    Vocabulary own = new Vocabulary(model.signals(), model.activities());
    float[][] rows = new float[model.signals().size()][];
    Arrays.setAll(rows, model::row);
    AdditiveModel scorer = new AdditiveModel(rows, model.activities().size());
    Signals signals = new Signals(model.memory());
    return example -> {
      double[] scores = scorer.scores(own.tokens(TasteFit.known(example, signals)));
      double[] translated = new double[vocabulary.activities().size()];
      for (int activity = 0; activity < translated.length; activity++) {
        Integer number = own.number(vocabulary.activities().get(activity));
        translated[activity] = number == null ? 0 : scores[number];
      }
      return translated;
    };
  }

  /** What most people took. */
  static Contender popularity(Vocabulary vocabulary, List<PersonHistory> people) {
    Map<String, Integer> takers = new TreeMap<>();
    for (PersonHistory person : people) {
      for (Example example : person.examples()) {
        example.taken().forEach(activity -> takers.merge(activity, 1, Integer::sum));
      }
    }
    double[] popularity =
        vocabulary.activities().stream()
            .mapToDouble(activity -> takers.getOrDefault(activity, 0))
            .toArray();
    // What has been taken is struck out of what is handed out.
    return example -> popularity.clone();
  }
}
