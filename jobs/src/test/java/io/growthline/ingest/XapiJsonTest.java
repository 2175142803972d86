package io.growthline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What learning record stores send, as learning events. */
class XapiJsonTest {

  private static final Path REAL_STATEMENTS = Path.of("../../shared/data/xapi/tccc_dev.json.gz");

  @Test
  void aWholeStatementBecomesALearningEvent() {
    LearningEvent event =
        read(
            """
            {"id":"2557db94","actor":{"mbox":"mailto:li.na@example.org","name":"Li Na"},
             "verb":{"id":"http://adlnet.gov/expapi/verbs/completed"},
             "object":{"id":"https://lms.example/courses/safety-101/","objectType":"Activity"},
             "result":{"score":{"raw":85,"min":0,"max":100},"success":true,"completion":true,
               "duration":"PT1H30M5.9S",
               "extensions":{"https://w3id.org/xapi/video/extensions/progress":0.75}},
             "context":{"registration":"5389ed44"},
             "timestamp":"2020-02-10T11:39:12.979+01:00","stored":"2020-02-11T00:00:00Z"}
            """);
    assertThat(event)
        .isEqualTo(
            new LearningEvent(
                "2557db94",
                "xapi",
                "li.na@example.org",
                Instant.parse("2020-02-10T10:39:12.979Z").toEpochMilli(),
                LearningVerb.COMPLETED,
                "safety-101",
                .85,
                .75,
                null,
                5405L,
                null,
                null,
                null,
                Map.of(
                    "xapi.verb", "http://adlnet.gov/expapi/verbs/completed",
                    "xapi.object", "https://lms.example/courses/safety-101/",
                    "xapi.registration", "5389ed44")));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "http://adlnet.gov/expapi/verbs/completed, COMPLETED",
    "http://adlnet.gov/expapi/verbs/passed, COMPLETED",
    "http://activitystrea.ms/complete, COMPLETED",
    "http://adlnet.gov/expapi/verbs/failed, FAILED",
    "http://adlnet.gov/expapi/verbs/registered, ENROLLED",
    "http://adlnet.gov/expapi/verbs/launched, VIEWED",
    "https://w3id.org/xapi/video/verbs/played, VIEWED",
    "http://activitystrea.ms/start, VIEWED",
    "http://id.tincanapi.com/verb/viewed, VIEWED",
    "http://adlnet.gov/expapi/verbs/progressed, PROGRESSED",
    "http://adlnet.gov/expapi/verbs/terminated, PROGRESSED",
    "http://activitystrea.ms/submit, SUBMITTED",
    "http://adlnet.gov/expapi/verbs/answered, SUBMITTED",
    "http://id.tincanapi.com/verb/rated, RATED",
    "http://activitystrea.ms/approve, APPROVED",
    "http://activitystrea.ms/reject/, REJECTED"
  })
  void verbsOfTheCommonVocabulariesAreKnown(String iri, LearningVerb verb) {
    assertThat(read(statement(iri, "")).verb()).isEqualTo(verb);
  }

  @Test
  void aVerbThatMeansNothingHereIsADeadLetterAndNotLost() {
    String statement = statement("https://w3id.org/xapi/video/verbs/seeked", "");
    assertThat(record(statement).deadLetter().reason()).isEqualTo("UNMAPPED_VERB");
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "safety-101, safety-101",
    "https://lms.example/courses/safety-101, safety-101",
    "https://lms.example/courses/safety-101///, safety-101",
    "https://moodle.example/course/view.php?id=7, view.php-id-7",
    "https://lms.example/a/contents#question-1, contents-question-1",
    "urn:course:python, python",
    "https://lms.example/_hidden course, hidden-course"
  })
  void anIriBecomesAnIdThatARuleBookCanName(String iri, String id) {
    assertThat(XapiIds.activityId(iri)).isEqualTo(id);
  }

  @Test
  void anIdIsNeverLongerThanARuleBookAllows() {
    assertThat(XapiIds.activityId("https://lms.example/" + "x".repeat(100))).hasSize(64);
  }

  @Test
  void anObjectWithoutAnyIdCharacterIsADeadLetter() {
    String statement = statement("http://x/completed", "").replace("/courses/python", "/课程");
    assertThat(record(statement).deadLetter().reason()).isEqualTo("MISSING_FIELD");
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"account":{"homePage":"https://hr.example","name":"4711"}} | 4711
          {"mbox":"MAILTO:a@example.org"}                             | a@example.org
          {"openid":"https://id.example/4711"}                        | https://id.example/4711
          {"mbox_sha1sum":"ebd31e95054c018b"}                         | ebd31e95054c018b
          """)
  void anActorIsNamedByWhateverIdentifiesIt(String actor, String employeeId) {
    String statement =
        statement("http://x/completed", "").replace("{\"mbox\":\"mailto:a@b.c\"}", actor);
    assertThat(read(statement).employeeId()).isEqualTo(employeeId);
  }

  @Test
  void anActorWithoutIdentityIsADeadLetter() {
    String statement =
        statement("http://x/completed", "").replace("{\"mbox\":\"mailto:a@b.c\"}", "{}");
    assertThat(record(statement).deadLetter().reason()).isEqualTo("MISSING_FIELD");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      textBlock =
          """
          {"scaled":0.8}                      | 0.8
          {"scaled":-0.5}                     | 0
          {"scaled":0.8,"raw":1,"max":2}      | 0.8
          {"raw":3,"min":1,"max":5}           | 0.5
          {"raw":3,"max":4}                   | 0.75
          {"raw":3}                           | null
          {"raw":0,"min":0,"max":0}           | null
          """)
  void aScoreBecomesARatio(String score, Double ratio) {
    String statement = statement("http://x/passed", ",\"result\":{\"score\":" + score + "}");
    assertThat(read(statement).score()).isEqualTo(ratio);
  }

  @Test
  void aRatingIsNoScore() {
    String scale = ",\"result\":{\"score\":{\"raw\":4,\"min\":1,\"max\":5}}";
    assertThat(read(statement("http://x/rated", scale)))
        .satisfies(event -> assertThat(event.rating()).isEqualTo(4))
        .satisfies(event -> assertThat(event.score()).isNull());
    String scaled = ",\"result\":{\"score\":{\"scaled\":0.5}}";
    assertThat(read(statement("http://x/rated", scaled)).rating()).isEqualTo(3);
  }

  @Test
  void completedWithoutSuccessHasFailed() {
    String statement = statement("http://x/completed", ",\"result\":{\"success\":false}");
    assertThat(read(statement).verb()).isEqualTo(LearningVerb.FAILED);
  }

  @Test
  void cmi5CountsProgressInPercent() {
    String extension = "\"https://w3id.org/xapi/cmi5/result/extensions/progress\"";
    String result = ",\"result\":{\"extensions\":{" + extension + ":1}}";
    assertThat(read(statement("http://x/progressed", result)).progress()).isEqualTo(.01);
  }

  @Test
  void aRegistrationTiesSubmissionAndApprovalTogether() {
    String context = ",\"context\":{\"registration\":\"r-1\"}";
    assertThat(read(statement("http://x/submitted", context)).submissionId()).isEqualTo("r-1");
    assertThat(read(statement("http://x/approved", context)).submissionId()).isEqualTo("r-1");
    assertThat(read(statement("http://x/completed", context)).submissionId()).isNull();
  }

  @Test
  void aVoidNamesTheStatementItTakesBack() {
    String statement =
        statement("http://adlnet.gov/expapi/verbs/voided", "")
            .replace(
                "{\"id\":\"https://lms.example/courses/python\"}",
                "{\"objectType\":\"StatementRef\",\"id\":\"2557db94\"}");
    assertThat(read(statement))
        .satisfies(event -> assertThat(event.verb()).isEqualTo(LearningVerb.VOIDED))
        .satisfies(event -> assertThat(event.voidsEventId()).isEqualTo("2557db94"))
        .satisfies(event -> assertThat(event.activityId()).isEmpty());
  }

  @Test
  void aTimeWithoutOffsetIsUtcAndStoredStandsInForTimestamp() {
    String statement =
        statement("http://x/completed", "")
            .replace(
                "\"timestamp\":\"2020-02-10T11:39:12Z\"", "\"stored\":\"2020-02-10T11:39:12\"");
    assertThat(read(statement).occurredAt())
        .isEqualTo(Instant.parse("2020-02-10T11:39:12Z").toEpochMilli());
  }

  @Test
  void everyRealStatementIsAnEventOrAnUnmappedVerb() throws IOException {
    Assumptions.assumeTrue(Files.exists(REAL_STATEMENTS), "no sample of real statements here");
    Map<String, Integer> outcomes = new TreeMap<>();
    for (JsonNode statement : realStatements()) {
      InputRecord record = record(statement.toString());
      String outcome =
          record.learning() == null
              ? record.deadLetter().reason()
              : record.learning().verb().name();
      outcomes.merge(outcome, 1, Integer::sum);
    }
    assertThat(outcomes)
        .isEqualTo(
            Map.of(
                "COMPLETED", 70,
                "PROGRESSED", 145 + 138,
                "SUBMITTED", 154,
                "UNMAPPED_VERB", 857 + 118,
                "VIEWED", 954 + 219 + 143 + 16));
  }

  private static JsonNode realStatements() throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(REAL_STATEMENTS))) {
      return new ObjectMapper().readTree(in);
    }
  }

  private static String statement(String verb, String more) {
    return """
        {"id":"s-1","actor":{"mbox":"mailto:a@b.c"},"verb":{"id":"%s"},\
        "object":{"id":"https://lms.example/courses/python"},\
        "timestamp":"2020-02-10T11:39:12Z"%s}"""
        .formatted(verb, more);
  }

  private static LearningEvent read(String statement) {
    InputRecord record = record(statement);
    assertThat(record.deadLetter()).isNull();
    return record.learning();
  }

  private static InputRecord record(String statement) {
    return InputKind.XAPI.read(
        statement.getBytes(StandardCharsets.UTF_8), new Origin("xapi.jsonl", "1", 0));
  }
}
