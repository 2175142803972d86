package io.growthline.rulebook;

import static io.growthline.rulebook.Books.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes a new version of an activity's definition, and what does not. */
class DefinitionVersionTest {

  private static final String BASE = "kind: course, category: elective, credits: 2, tags: [x, y]";

  @Test
  void theHashIsOfTheDocumentedForm() throws Exception {
    String form =
        "{\"category\":\"elective\",\"credits\":2,\"kind\":\"course\",\"tags\":[\"x\",\"y\"]}";
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(form.getBytes(StandardCharsets.UTF_8));
    assertThat(version(BASE))
        .isEqualTo("a@start#" + HexFormat.of().formatHex(hash).substring(0, 8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        BASE + ", title: {en: Another title}",
        BASE + ", repeat: once",
        BASE + ", offered: {}",
        BASE + ", jobs: []",
        BASE + ", format: video, cost: 5, candidate: true, skills: [{skill: s, level: 1}]",
        "kind: course, category: elective, credits: 2.00, tags: [y, x, y]",
      })
  void whatDecidesNothingMakesNoNewVersion(String keys) {
    assertThat(version(keys)).isEqualTo(version(BASE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: practice, category: elective, credits: 2, tags: [x, y]",
        "kind: course, category: required, credits: 2, tags: [x, y]",
        "kind: course, category: elective, credits: 2.01, tags: [x, y]",
        "kind: course, category: elective, credits: 2, tags: [x]",
        BASE + ", offered: {until: 2030-01-01}",
        BASE + ", jobs: [clerk]",
        BASE + ", repeat: each",
        BASE + ", repeat: {every: {months: 12}}",
        BASE + ", cap: {credits: 5, per: year}",
        BASE + ", passScore: 0",
      })
  void whatDecidesCreditsMakesANewVersion(String keys) {
    assertThat(version(keys)).isNotEqualTo(version(BASE));
  }

  @Test
  void practiceEarnsEachTimeByDefault() {
    String practice = "kind: practice, category: practice, credits: 1";
    assertThat(version(practice + ", repeat: each")).isEqualTo(version(practice));
    assertThat(version(practice + ", repeat: once")).isNotEqualTo(version(practice));
  }

  @Test
  void fromIsTheNewestDateOfAnyDatedKey() {
    String keys =
        "kind: course, category: elective, credits: [{from: 2024-01-01, value: 2}],"
            + " cost: [{from: 2025-01-01, value: 9}]";
    Versions<ActivityTerms> versions = versions(keys);
    String before = versions.at(day("2023-12-31")).version();
    String credits = versions.at(day("2024-12-31")).version();
    String cost = versions.at(day("2025-01-01")).version();
    assertThat(before).startsWith("a@start#");
    assertThat(credits).startsWith("a@2024-01-01#");
    assertThat(cost).startsWith("a@2025-01-01#");
    assertThat(hash(cost)).isEqualTo(hash(credits)).isNotEqualTo(hash(before));
  }

  private static String hash(String version) {
    return version.substring(version.indexOf('#'));
  }

  private static String version(String keys) {
    return versions(keys).latest().version();
  }

  private static Versions<ActivityTerms> versions(String keys) {
    ReadResult result = Books.withActivity(keys);
    return RuleBooks.from(result.revision(1, 0)).activity("a").versions();
  }
}
