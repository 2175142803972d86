package io.growthline.recommend.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.growthline.schemas.hashing.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticModelFileTest {

  private static final LogisticModel MODEL =
      new LogisticModel(
          "candidate",
          List.of("video", "现场"),
          List.of("x", "y"),
          new double[][] {{0, 0, 0}, {1.5, -2, 0.25}},
          new double[][] {{1, 0}, {1, 0}},
          Map.of("", 0.25, "课程-1", 0.75));

  @Test
  void whatWasWrittenIsReadAgain() throws Exception {
    byte[] file = file(MODEL);
    LogisticModel read = read(file);
    assertThat(read.version()).isEqualTo("2026-11-25-1f3a5b7c");
    assertThat(read.classes()).isEqualTo(MODEL.classes());
    assertThat(read.features()).isEqualTo(MODEL.features());
    assertThat(read.rates()).isEqualTo(MODEL.rates());
    for (int c = 0; c < 2; c++) {
      assertThat(read.weights(c)).isEqualTo(MODEL.weights(c));
      assertThat(read.calibration(c)).isEqualTo(MODEL.calibration(c));
    }
    assertThat(LogisticModelFile.write(read, new ByteArrayOutputStream()))
        .isEqualTo(Sha256.hex(file));
  }

  @Test
  void ofTwoClassesItIsTheLogisticFunction() {
    double[] probabilities = MODEL.probabilities(new double[] {1, 0.5});
    assertThat(probabilities[1]).isCloseTo(1 / (1 + Math.exp(-0.75)), within(1e-12));
    assertThat(probabilities[0] + probabilities[1]).isCloseTo(1, within(1e-12));
    assertThat(MODEL.probabilities(new double[] {1e300, 0})[1]).isBetween(0.999, 1.0);
  }

  @Test
  void anUnknownCourseHasEveryonesRate() {
    assertThat(MODEL.rate("课程-1")).isEqualTo(0.75);
    assertThat(MODEL.rate("other")).isEqualTo(0.25);
  }

  @Test
  void aFileCutOffAnywhereIsRefused() throws Exception {
    byte[] file = file(MODEL);
    for (int length = 0; length < file.length; length++) {
      byte[] shorter = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> read(shorter)).isInstanceOf(UnreadableModelException.class);
    }
  }

  @Test
  void aFileThatGoesOnIsRefused() throws Exception {
    byte[] longer = Arrays.copyOf(file(MODEL), file(MODEL).length + 1);
    assertThatThrownBy(() -> read(longer))
        .isInstanceOf(UnreadableModelException.class)
        .hasMessageContaining("goes on");
  }

  @Test
  void damageIsRefusedEvenWithAChecksumOfItsOwn() throws Exception {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      byte[] damaged = file(MODEL);
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      try {
        double[] probabilities = read(damaged).probabilities(new double[] {1, -1});
        assertThat(probabilities[0] + probabilities[1]).isCloseTo(1, within(1e-9));
      } catch (UnreadableModelException e) {
        assertThat(e).hasMessageContaining("model");
      }
    }
  }

  @Test
  void aHugeCountTakesNoMemory() throws Exception {
    byte[] file = file(MODEL);
    ByteBuffer.wrap(file).putInt(8, Integer.MAX_VALUE);
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(UnreadableModelException.class)
        .hasMessageContaining("2147483647 classes");
  }

  @Test
  void aModelThatAsksForWhatThisReleaseHasNotIsRefused() throws Exception {
    byte[] file = file(MODEL);
    for (ForecastKind kind : ForecastKind.values()) {
      assertThatThrownBy(
              () -> kind.read(new ByteArrayInputStream(file), "version", Sha256.hex(file)))
          .isInstanceOf(UnreadableModelException.class)
          .hasMessageContaining("that this release knows");
    }
  }

  private static LogisticModel read(byte[] file) throws IOException {
    return LogisticModelFile.read(
        new ByteArrayInputStream(file), "2026-11-25-1f3a5b7c", Sha256.hex(file));
  }

  private static byte[] file(LogisticModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LogisticModelFile.write(model, out);
    return out.toByteArray();
  }
}
