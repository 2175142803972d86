package io.growthline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DataDictionaryTest {

  private static final Path README = Path.of("README.md");

  @Test
  void the_readme_is_the_dictionary_of_these_schemas() throws IOException {
    String dictionary = DataDictionary.asMarkdown();
    if (Boolean.getBoolean("dictionary.rewrite")) {
      Files.writeString(README, dictionary);
    }

    assertThat(Files.readString(README))
        .as("rewrite it: mvn -pl schemas test -Dtest=DataDictionaryTest -Ddictionary.rewrite=true")
        .isEqualTo(dictionary);
  }
}
