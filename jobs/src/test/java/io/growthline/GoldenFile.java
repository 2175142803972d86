package io.growthline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A committed text that the product must still give. {@code -Dgolden.rewrite=true} writes it anew
 * instead of comparing.
 */
public record GoldenFile(Path path) {

  public static GoldenFile named(String name) {
    return new GoldenFile(Path.of("src/test/resources/golden", name));
  }

  public void assertSame(List<String> lines) {
    try {
      if (Boolean.getBoolean("golden.rewrite")) {
        Files.write(path, lines);
      }
      assertThat(lines).as(path.toString()).isEqualTo(Files.readAllLines(path));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
