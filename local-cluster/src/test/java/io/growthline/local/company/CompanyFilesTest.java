package io.growthline.local.company;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompanyFilesTest {

  private static final Instant END = Instant.parse("2026-11-23T03:00:00Z");

  @TempDir Path folder;

  @Test
  void everyRecordIsALineOfItsFile() throws Exception {
    List<CompanyRecord> records = SampleCompany.of(1, 1, 1, END).records();
    CompanyFiles.write(folder, records, END);
    int lines = 0;
    for (Input input : Input.values()) {
      lines += lines(input).size();
    }
    assertThat(lines).isEqualTo(records.size());
    assertThat(Files.readString(folder.resolve("rulebook.yaml")))
        .contains("from: 2026-05-01")
        .doesNotContain("2026-06-01");
  }

  @Test
  void aLineHoldsTheEventsFieldsAndNoNulls() throws Exception {
    CompanyFiles.write(folder, SampleCompany.of(1, 1, 1, END).records(), END);
    JsonNode hired =
        new ObjectMapper()
            .readTree(
                lines(Input.HR).stream()
                    .filter(line -> line.contains("\"li-na\""))
                    .findFirst()
                    .orElseThrow());
    assertThat(hired.get("kind").textValue()).isEqualTo("HIRED");
    assertThat(hired.get("hiredOn").textValue()).matches("\\d{4}-\\d{2}-\\d{2}");
    assertThat(hired.get("preferredFormats").get(0).textValue()).isEqualTo("video");
    assertThat(hired.get("attributes").get("name").textValue()).isEqualTo("Li Na");
    assertThat(hired.has("grade")).isFalse();
  }

  private List<String> lines(Input input) throws Exception {
    return Files.readAllLines(
        folder.resolve(input.name().toLowerCase(java.util.Locale.ROOT) + ".jsonl"));
  }
}
