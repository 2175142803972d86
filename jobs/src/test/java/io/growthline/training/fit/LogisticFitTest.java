package io.growthline.training.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.growthline.recommend.rules.LogisticModel;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticFitTest {

  @Test
  void whatDecidesBetweenTwoIsFoundWithoutBeingScaled() {
    Random random = new Random(1);
    double[][] inputs = new double[20_000][];
    int[] labels = new int[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = new double[] {1_000 * random.nextGaussian(), random.nextGaussian(), 7};
      double logOdds = 0.002 * inputs[i][0] - inputs[i][1] + 0.5;
      labels[i] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
    }
    double[][] weights = LogisticFit.fit(inputs, labels, 2);
    assertThat(weights[0]).containsOnly(0);
    assertThat(weights[1][0]).isCloseTo(0.002, within(0.0001));
    assertThat(weights[1][1]).isCloseTo(-1, within(0.05));
    assertThat(weights[1][2]).isZero();
    assertThat(weights[1][3]).isCloseTo(0.5, within(0.05));
  }

  @Test
  void ofSeveralClassesEachGetsItsShare() {
    Random random = new Random(2);
    double[] shares = {0.1, 0.2, 0.7};
    double[][] inputs = new double[10_000][];
    int[] labels = new int[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      int group = random.nextInt(3);
      inputs[i] = new double[] {group == 0 ? 1 : 0, group == 1 ? 1 : 0};
      double drawn = random.nextDouble();
      int rank = drawn < shares[0] ? 0 : drawn < shares[0] + shares[1] ? 1 : 2;
      labels[i] = (rank + group) % 3;
    }
    double[][] weights = LogisticFit.fit(inputs, labels, 3);
    assertThat(probabilities(weights, 1, 0)).containsExactly(shares, within(0.03));
    assertThat(probabilities(weights, 0, 1))
        .containsExactly(new double[] {0.7, 0.1, 0.2}, within(0.03));
    assertThat(probabilities(weights, 0, 0))
        .containsExactly(new double[] {0.2, 0.7, 0.1}, within(0.03));
  }

  @Test
  void aClassWithoutExamplesIsAsGoodAsImpossible() {
    double[][] inputs = {{0}, {1}, {0}, {1}};
    double[][] two = LogisticFit.fit(inputs, new int[] {2, 0, 2, 0}, 3);
    assertThat(probabilities(two, 0)[1]).isLessThan(1e-6);
    double[][] one = LogisticFit.fit(inputs, new int[] {1, 1, 1, 1}, 2);
    assertThat(probabilities(one, 0)[1]).isGreaterThan(1 - 1e-6);
  }

  @Test
  void whatIsTooSureIsCalibrated() {
    Random random = new Random(3);
    double[][] logOdds = new double[20_000][];
    int[] labels = new int[logOdds.length];
    for (int i = 0; i < logOdds.length; i++) {
      double truth = random.nextGaussian();
      logOdds[i] = new double[] {-3 * truth - 1, 3 * truth + 1};
      labels[i] = random.nextDouble() < 1 / (1 + Math.exp(-truth)) ? 1 : 0;
    }
    double[][] calibration = Calibration.fit(logOdds, labels, 2);
    for (double[] slopeAndShift : calibration) {
      assertThat(slopeAndShift[0]).isCloseTo(1 / 3d, within(0.02));
    }
    assertThat(calibration[1][1]).isCloseTo(-1 / 3d, within(0.05));
  }

  private static double[] probabilities(double[][] weights, double... inputs) {
    double[][] asIs = new double[weights.length][];
    Arrays.fill(asIs, new double[] {1, 0});
    return LogisticModel.calibrated(LogisticModel.logOdds(weights, inputs), asIs);
  }
}
