package io.growthline.recommend.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.growthline.schemas.hashing.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TasteModelFileTest {

  private static final TasteModel MODEL =
      new TasteModel(
          "candidate",
          new Memory(0.2, 0.9),
          List.of(
              SignalId.ANYONE,
              new SignalId(SignalKind.JOB, "clerk"),
              new SignalId(SignalKind.TAKEN, "账单-101")),
          List.of("billing-101", "账单-101"),
          new float[][] {{0.5f, -0.25f}, {0, Float.MIN_VALUE}, {1e30f, -1}});

  @Test
  void whatWasWrittenIsReadAgain() throws Exception {
    byte[] file = file();
    TasteModel read = read(file, Sha256.hex(file));
    assertThat(read.version()).isEqualTo("2026-11-25-1f3a5b7c");
    assertThat(read.memory()).isEqualTo(MODEL.memory());
    assertThat(read.signals()).isEqualTo(MODEL.signals());
    assertThat(read.activities()).isEqualTo(MODEL.activities());
    for (int signal = 0; signal < 3; signal++) {
      assertThat(read.row(signal)).isEqualTo(MODEL.row(signal));
    }
  }

  @Test
  void theChecksumIsToldWhenItIsWritten() throws Exception {
    assertThat(TasteModelFile.write(MODEL, new ByteArrayOutputStream()))
        .isEqualTo(Sha256.hex(file()));
  }

  @Test
  void aFileCutOffAnywhereIsRefused() throws Exception {
    byte[] file = file();
    for (int length = 0; length < file.length; length++) {
      byte[] shorter = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> read(shorter, Sha256.hex(shorter)))
          .isInstanceOf(UnreadableModelException.class);
    }
  }

  @Test
  void aFileThatGoesOnIsRefused() throws Exception {
    byte[] longer = Arrays.copyOf(file(), file().length + 1);
    assertThatThrownBy(() -> read(longer, Sha256.hex(longer)))
        .isInstanceOf(UnreadableModelException.class)
        .hasMessageContaining("goes on");
  }

  @Test
  void anotherFileIsRefused() throws Exception {
    byte[] file = file();
    String expected = Sha256.hex(file);
    file[file.length - 1] ^= 1;
    assertThatThrownBy(() -> read(file, expected))
        .isInstanceOf(UnreadableModelException.class)
        .hasMessageContaining("SHA-256");
  }

  @Test
  void damageIsRefusedEvenWithAChecksumOfItsOwn() throws Exception {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      byte[] damaged = file();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      try {
        assertThat(read(damaged, Sha256.hex(damaged)).signals()).hasSize(3);
      } catch (UnreadableModelException e) {
        assertThat(e).hasMessageContaining("model");
      }
    }
  }

  @Test
  void aHugeCountTakesNoMemory() throws Exception {
    byte[] file = file();
    int signals = 8 + 2 * Double.BYTES;
    ByteBuffer.wrap(file).putInt(signals, Integer.MAX_VALUE);
    assertThatThrownBy(() -> read(file, Sha256.hex(file)))
        .isInstanceOf(UnreadableModelException.class)
        .hasMessageContaining("2147483647 signals");
  }

  private static TasteModel read(byte[] file, String sha256) throws IOException {
    return TasteModelFile.read(new ByteArrayInputStream(file), "2026-11-25-1f3a5b7c", sha256);
  }

  private static byte[] file() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TasteModelFile.write(MODEL, out);
    return out.toByteArray();
  }
}
