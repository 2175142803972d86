package io.growthline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.rulebook.grammar.RuleBookSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The JSON Schema that editors use is the one of this grammar. */
class RuleBookSchemaTest {

  private static final Path SCHEMA = Path.of("../schemas/rulebook.schema.json");

  @Test
  void theCommittedSchemaIsTheOneOfThisGrammar() throws IOException {
    if (Boolean.getBoolean("schema.rewrite")) {
      Files.writeString(SCHEMA, RuleBookSchema.text());
    }
    assertThat(Files.readString(SCHEMA))
        .as("rewrite it: mvn -pl jobs -am test -Dtest=RuleBookSchemaTest -Dschema.rewrite=true")
        .isEqualTo(RuleBookSchema.text());
  }
}
