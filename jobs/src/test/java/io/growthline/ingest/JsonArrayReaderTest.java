package io.growthline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.schemas.deadletters.DeadLetter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonArrayReaderTest {

  private static final int LIMIT = 100_000;

  @ParameterizedTest(name = "{0} has {1}")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '~',
      textBlock =
          """
          `[]`                              ~ ``
          `BOM ⏎[ ⏎ ] ⏎`                    ~ ``
          `[{"a":1}]`                       ~ `1:{"a":1}`
          `[␍⏎{␍⏎ "a": [1, 2]␍⏎} ,␍⏎{} ]`   ~ `1:{␍⏎ "a": [1, 2]␍⏎} 2:{}`
          `["],[\\",", "\\\\", 7 , true]`   ~ `1:"],[\\"," 2:"\\\\" 3:7 4:true`
          `[{"积":"分"}]`                    ~ `1:{"积":"分"}`
          `[1,,2,]`                         ~ `1:1 2: 3:2`
          `[}{,2]`                          ~ `1:}{,2](broken off)`
          `[{"a⏎},2]`                       ~ `1:{"a⏎} 2:2`
          `[1] ⏎ x {} `                     ~ `1:1 2:]x {} `
          `[1`                              ~ `1:1(broken off)`
          `[1,`                             ~ `1:1 2:(broken off)`
          `[`                               ~ `1:(broken off)`
          `[{"a":"x`                        ~ `1:{"a":"x(broken off)`
          """)
  void elementsAreNumbered(String file, String elements) throws IOException {
    byte[] bytes = controls(file).getBytes(StandardCharsets.UTF_8);
    String found = String.join(" ", numbered(read(() -> new ByteArrayInputStream(bytes))));
    assertThat(found).isEqualTo(controls(elements));
  }

  @Test
  void anElementOverTheLimitIsToldByItsStartItsLengthAndItsDigest() throws IOException {
    String tooLong = "\"" + "x".repeat(LIMIT) + "\"";
    List<Line> elements = read(text("[" + tooLong + ",2]"));
    assertThat(elements).hasSize(2);
    assertThat(elements.get(0).isTooLong()).isTrue();
    assertThat(elements.get(0).length()).isEqualTo(tooLong.length());
    assertThat(elements.get(0).bytes()).hasSize(DeadLetter.RAW_LIMIT);
    assertThat(numbered(elements.subList(1, 2))).containsExactly("2:2");
  }

  @Test
  void compressedDataThatBreaksOffEndsInTheRest() throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      for (int i = 0; i < 10_000; i++) {
        gzip.write(((i == 0 ? "[" : ",") + i * 7919).getBytes(StandardCharsets.UTF_8));
      }
    }
    byte[] whole = compressed.toByteArray();
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    List<Line> elements = read(() -> new WholeGzipInputStream(new ByteArrayInputStream(half)));
    assertThat(elements.size()).isBetween(1_000, 9_000);
    assertThat(elements.get(elements.size() - 1).whole()).isFalse();
    assertThat(elements.subList(0, elements.size() - 1)).allMatch(Line::whole);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '~',
      textBlock =
          """
          `[`          ~ true
          ` ⏎[{}]`     ~ true
          `BOM[`       ~ true
          `{"a":[]}`   ~ false
          ` `          ~ false
          ``           ~ false
          """)
  void anArrayIsToldByItsFirstCharacter(String file, boolean isArray) throws IOException {
    assertThat(JsonArrayReader.isArray(text(controls(file)))).isEqualTo(isArray);
  }

  private static Pieces.Opening text(String text) {
    return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String controls(String text) {
    return text.replace("⏎", "\n").replace("␍", "\r").replace("BOM", "\uFEFF");
  }

  private static List<Line> read(Pieces.Opening opening) throws IOException {
    List<Line> elements = new ArrayList<>();
    try (JsonArrayReader reader = new JsonArrayReader(opening, LIMIT)) {
      for (Line element = reader.next(); element != null; element = reader.next()) {
        elements.add(element);
      }
      assertThat(reader.next()).isNull();
    }
    return elements;
  }

  private static List<String> numbered(List<Line> elements) {
    return elements.stream()
        .map(
            element ->
                element.number()
                    + ":"
                    + new String(element.bytes(), StandardCharsets.UTF_8)
                    + (element.whole() ? "" : "(broken off)"))
        .toList();
  }
}
