package io.growthline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.growthline.schemas.hashing.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {

  private static final int LIMIT = 100_000;

  @ParameterizedTest(name = "{0} has {1}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          ``,             ``
          `a`,            `1:a`
          `a⏎`,           `1:a`
          `a⏎b`,          `1:a 2:b`
          `a⏎⏎b⏎`,        `1:a 3:b`
          `a␍⏎␍⏎b␍⏎`,     `1:a 3:b`
          `a␍b⏎␍c`,       `1:a␍b 2:␍c`
          `⏎⏎⏎`,          ``
          `BOM⏎a⏎`,       `2:a`
          `BOMa⏎BOMb`,    `1:a 2:BOMb`
          `BOM`,          ``
          """)
  void linesAreNumberedAndEmptyOnesPassedOver(String file, String lines) throws IOException {
    String found = String.join(" ", numbered(read(plain(controls(file)))));
    assertThat(found).isEqualTo(controls(lines));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 65_536})
  void howMuchIsReadAtOnceDoesNotMatter(int atOnce) throws IOException {
    byte[] file = "\uFEFFfirst\r\n\r\nsecond\rhalf\r\nlast".getBytes(StandardCharsets.UTF_8);
    List<Line> lines = read(() -> new Dripping(file, atOnce));
    assertThat(numbered(lines)).containsExactly("1:first", "3:second\rhalf", "4:last");
  }

  @ParameterizedTest
  @CsvSource({"99_999", "100_000"})
  void aLineAtTheLimitIsWhole(String length) throws IOException {
    byte[] line = bytes(Integer.parseInt(length.replace("_", "")));
    assertThat(read(() -> new ByteArrayInputStream(line)).get(0))
        .satisfies(found -> assertThat(found.isTooLong()).isFalse())
        .satisfies(found -> assertThat(found.bytes()).isEqualTo(line));
  }

  @ParameterizedTest
  @CsvSource({"100_001, 1000", "3_000_000, 65_536", "3_000_000, 999"})
  void aLongerLineKeepsStartLengthAndDigest(String length, String atOnce) throws IOException {
    byte[] line = bytes(Integer.parseInt(length.replace("_", "")));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(line);
    file.write("\r\nnext\n".getBytes(StandardCharsets.UTF_8));
    int step = Integer.parseInt(atOnce.replace("_", ""));
    List<Line> lines = read(() -> new Dripping(file.toByteArray(), step));
    assertThat(lines.get(0).isTooLong()).isTrue();
    assertThat(lines.get(0).length()).isEqualTo(line.length);
    assertThat(lines.get(0).bytes()).isEqualTo(Arrays.copyOf(line, 64 * 1024));
    assertThat(lines.get(0).sha256()).isEqualTo(Sha256.hex(line));
    assertThat(numbered(lines.subList(1, 2))).containsExactly("2:next");
  }

  @Test
  void concatenatedGzipFilesAreOneFile() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(gzip("a\nb\n".repeat(50)));
    file.write(gzip("c\n".repeat(50)));
    List<Line> lines =
        read(() -> new WholeGzipInputStream(new ByteArrayInputStream(file.toByteArray())));
    assertThat(lines).hasSize(150);
  }

  @Test
  void aGzipFileCutAnywhereGivesWhatCanBeReadAndThenARest() throws IOException {
    byte[] whole = gzip(randomLines());
    for (int length = 0; length < whole.length; length += 7) {
      byte[] cut = Arrays.copyOf(whole, length);
      List<Line> lines = read(() -> new WholeGzipInputStream(new ByteArrayInputStream(cut)));
      assertThat(lines.get(lines.size() - 1).whole()).as("%d bytes", length).isFalse();
      assertThat(lines.subList(0, lines.size() - 1)).allMatch(Line::whole);
      String text = String.join("\n", lines.stream().map(LineReaderTest::text).toList());
      assertThat(randomLines()).startsWith(text);
    }
  }

  @Test
  void aSecondMemberCutWithinItsHeaderIsNotOverlooked() throws IOException {
    byte[] member = gzip("a\n");
    for (int length = member.length + 1; length < 2 * member.length; length++) {
      byte[] cut = Arrays.copyOf(member, length);
      System.arraycopy(member, 0, cut, member.length, length - member.length);
      List<Line> lines = read(() -> new WholeGzipInputStream(new ByteArrayInputStream(cut)));
      assertThat(lines.get(0).whole()).isTrue();
      assertThat(lines.get(lines.size() - 1).whole()).as("%d bytes", length).isFalse();
    }
  }

  @Test
  void aGzipFileWithAFlippedBitEndsInARest() throws IOException {
    byte[] file = gzip(randomLines());
    file[file.length / 2] ^= 0x10;
    List<Line> lines = read(() -> new WholeGzipInputStream(new ByteArrayInputStream(file)));
    assertThat(lines.get(lines.size() - 1).whole()).isFalse();
  }

  @Test
  void aFileThatCannotBeReadIsAnErrorAndNoDeadLetter() {
    Pieces.Opening broken =
        () -> {
          throw new NoSuchFileException("learning.jsonl");
        };
    assertThatThrownBy(() -> read(broken)).isInstanceOf(NoSuchFileException.class);
  }

  /** Lines that hardly compress, so that a cut falls within many of them. */
  private static String randomLines() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      text.append(Sha256.hex(new byte[] {(byte) i})).append('\n');
    }
    return text.toString();
  }

  private static Pieces.Opening plain(String text) {
    return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String controls(String text) {
    return text.replace('⏎', '\n').replace('␍', '\r').replace("BOM", "\uFEFF");
  }

  private static List<Line> read(Pieces.Opening opening) throws IOException {
    List<Line> lines = new ArrayList<>();
    try (LineReader reader = new LineReader(opening, LIMIT)) {
      for (Line line = reader.next(); line != null; line = reader.next()) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static List<String> numbered(List<Line> lines) {
    return lines.stream().map(line -> line.number() + ":" + text(line)).toList();
  }

  private static String text(Line line) {
    return new String(line.bytes(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) ('a' + i % 23);
    }
    return bytes;
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  /** Gives a few bytes at a time, as networks do. */
  private static final class Dripping extends ByteArrayInputStream {

    private final int atOnce;

    Dripping(byte[] bytes, int atOnce) {
      super(bytes);
      this.atOnce = atOnce;
    }

    @Override
    public synchronized int read(byte[] into, int start, int count) {
      return super.read(into, start, Math.min(count, atOnce));
    }
  }
}
