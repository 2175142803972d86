package io.growthline.rulebook;

import static io.growthline.rulebook.Books.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.growthline.schemas.reference.Definition;
import io.growthline.schemas.reference.Revision;
import io.growthline.schemas.reference.RevisionManifest;
import io.growthline.schemas.reference.Section;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How a rule book becomes dated definitions, and what makes two of them the same. */
class DefinitionsTest {

  private static final String ACTIVITY = "kind: course, category: elective, ";

  @Test
  void oneDefinitionFromTheStartAndFromEachDate() {
    List<Definition> definitions =
        Books.withActivity(
                "kind: course, credits: [{from: 2024-01-01, value: 2}, {from: 2026-01-01, value:"
                    + " 4.0}], category: [{from: 2025-01-01, value: required}], title: Data")
            .definitions();
    assertThat(Books.of(Section.ACTIVITIES, definitions))
        .containsExactly(
            activity(null, "{\"id\":\"a\",\"kind\":\"course\",\"title\":{\"en\":\"Data\"}}"),
            activity(
                "2024-01-01",
                "{\"credits\":2,\"id\":\"a\",\"kind\":\"course\",\"title\":{\"en\":\"Data\"}}"),
            activity(
                "2025-01-01",
                "{\"category\":\"required\",\"credits\":2,\"id\":\"a\",\"kind\":\"course\","
                    + "\"title\":{\"en\":\"Data\"}}"),
            activity(
                "2026-01-01",
                "{\"category\":\"required\",\"credits\":4,\"id\":\"a\",\"kind\":\"course\","
                    + "\"title\":{\"en\":\"Data\"}}"));
    assertThat(definitions)
        .extracting(Definition::key)
        .containsExactly(
            "default@start", "a@start", "a@2024-01-01", "a@2025-01-01", "a@2026-01-01");
  }

  @Test
  void aSequenceThatIsNotDatedInEveryElementIsNoDatedValue() {
    List<Definition> tags =
        Books.withActivity(ACTIVITY + "credits: 1, tags: [{from: 2024-01-01, value: [x, y]}]")
            .definitions();
    assertThat(Books.of(Section.ACTIVITIES, tags))
        .extracting(Definition::definition)
        .last()
        .asString()
        .contains("\"tags\":[\"x\",\"y\"]");
  }

  @Test
  void theManifestCountsAndHashesInAnyOrder() throws Exception {
    Revision revision = RuleBookFile.read("full.yaml", Books.full()).revision(3, 99);
    assertThat(revision.manifest().counts())
        .containsOnly(
            Map.entry("SCHEMES", 4),
            Map.entry("ACTIVITIES", 9),
            Map.entry("GOALS", 7),
            Map.entry("REWARDS", 4),
            Map.entry("METRICS", 3),
            Map.entry("SKILLS", 3),
            Map.entry("JOBS", 3),
            Map.entry("ALERT_RULES", 6),
            Map.entry("PROGRAMMES", 2));
    List<Definition> shuffled = new ArrayList<>(revision.definitions());
    Collections.shuffle(shuffled, new Random(5));
    ContentTally oneByOne = ContentTally.EMPTY;
    for (Definition definition : shuffled) {
      oneByOne = oneByOne.plus(definition);
    }
    assertThat(oneByOne).isEqualTo(ContentTally.of(revision.definitions()));
    assertThat(oneByOne.matches(revision.manifest())).isTrue();
    for (Definition definition : shuffled) {
      oneByOne = oneByOne.minus(definition);
    }
    assertThat(oneByOne).isEqualTo(ContentTally.EMPTY);
  }

  @Test
  void anotherWordIsAnotherHash() {
    RevisionManifest one = manifest("title: A, credits: 1");
    assertThat(manifest("credits: 1.0, title: {en: A}")).isEqualTo(one);
    assertThat(manifest("title: B, credits: 1")).isNotEqualTo(one);
  }

  @Test
  void errorsLeaveNothingToPublish() {
    ReadResult result = Books.read("activities: []");
    assertThat(result.hasErrors()).isTrue();
    assertThatThrownBy(result::definitions).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> result.revision(1, 0)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void definitionsOfNoRuleBookAreRefused() {
    RevisionManifest manifest = new RevisionManifest(1, 0, Map.of(), "");
    for (String json : List.of("[", "{}", "{\"zone\":\"Nowhere/At-all\"}")) {
      Definition scheme = new Definition(Section.SCHEMES, "default", null, json);
      assertThatThrownBy(() -> RuleBooks.from(new Revision(manifest, List.of(scheme))))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> RuleBooks.from(new Revision(manifest, List.of())))
        .hasMessage("a rule book has exactly one scheme");
  }

  @Test
  void historyReachesBackOverExpiryAndRepeat() {
    assertThat(Books.typed("scheme: {zone: UTC}\nactivities: []").history())
        .isEqualTo(new Span(0, 36, 0));
    assertThat(Books.typed("scheme: {zone: UTC, expiry: {years: 5}}\nactivities: []").history())
        .isEqualTo(new Span(0, 0, 5));
    ReadResult rare = Books.withActivity(ACTIVITY + "credits: 1, repeat: {every: {months: 48}}");
    assertThat(RuleBooks.from(rare.revision(1, 0)).history()).isEqualTo(new Span(0, 48, 0));
  }

  private static RevisionManifest manifest(String keys) {
    return Books.withActivity(ACTIVITY + keys).revision(1, 0).manifest();
  }

  private static Definition activity(String from, String json) {
    return new Definition(Section.ACTIVITIES, "a", from == null ? null : day(from), json);
  }
}
