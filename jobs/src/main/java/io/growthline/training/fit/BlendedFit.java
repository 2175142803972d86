package io.growthline.training.fit;

import io.growthline.recommend.rules.AdditiveModel;
import io.growthline.recommend.rules.CourseMemory;
import org.ejml.data.DMatrixRMaj;

/**
 * Both regressions together: what goes with what, and what comes after what. Their sum is again a
 * sum of rows.
 *
 * @param direction how much order counts, 0 (not at all) to 1 (alone)
 */
record BlendedFit(SymmetricFit symmetric, DirectionalFit directional, double direction) {

  Scorer fit(Interactions people) {
    return blend(
        people.items(),
        direction < 1 ? symmetric.solve(people) : null,
        direction > 0 ? directional.solve(people) : null);
  }

  /**
   * Blends what was solved before.
   *
   * @param pairs of {@link #symmetric}; may be null if the direction is 1
   * @param ordered of {@link #directional}; may be null if the direction is 0
   */
  Scorer blend(int items, DMatrixRMaj pairs, DMatrixRMaj ordered) {
    CourseMemory memory = directional.memory(items);
    float[][] rows = new float[memory.tokens()][];
    for (int token = 0; ordered != null && token < memory.orderedTokens(); token++) {
      rows[token] = row(ordered, token, direction);
    }
    for (int item = 0; pairs != null && item < items; item++) {
      rows[memory.everTaken(item)] = row(pairs, item, 1 - direction);
    }
    AdditiveModel model = new AdditiveModel(rows, items);
    return history -> model.scores(memory.all(history));
  }

  private static float[] row(DMatrixRMaj matrix, int row, double weight) {
    float[] scaled = new float[matrix.getNumCols()];
    for (int column = 0; column < scaled.length; column++) {
      scaled[column] = (float) (weight * matrix.unsafe_get(row, column));
    }
    return scaled;
  }
}
