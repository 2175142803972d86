package io.growthline.local.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.deadletters.DeadLetterReason;
import io.growthline.schemas.events.SurveyAbout;
import io.growthline.schemas.events.SurveyEvent;
import io.growthline.schemas.wire.SingleObjectEncoding;
import org.junit.jupiter.api.Test;

/** Whom bytes name that could not be used. */
class NamingTest {

  @Test
  void aWholeJsonStringNames() {
    assertThat(names("li-na", "{\"employeeId\": \"li-na\", broken")).isTrue();
    assertThat(names("li\"na\\", "{\"employeeId\": \"li\\\"na\\\\\"}")).isTrue();
    assertThat(names("李娜", "{\"employeeId\": \"李娜\"}")).isTrue();
    assertThat(names("李娜", "{\"employeeId\": \"\\u674e\\u5a1c\"}")).isTrue();
    assertThat(names("李娜", "{\"employeeId\": \"\\u674E\\u5A1C\"}")).isTrue();
  }

  @Test
  void aPartOfAStringDoesNot() {
    assertThat(names("li-na", "{\"employeeId\": \"li-nancy\"}")).isFalse();
    assertThat(names("li-na", "{\"employeeId\": \"oli-na\"}")).isFalse();
    assertThat(names("li-na", "")).isFalse();
  }

  @Test
  void aJsonStringNamesHoweverItIsEscaped() {
    assertThat(names("li/na", "{\"employeeId\": \"li\\/na\"}")).isTrue();
    assertThat(names("li/na", "{\"employeeId\": \"li/na\"}")).isTrue();
    assertThat(names("li-na", "{\"employeeId\": \"\\u006ci-na\"}")).isTrue();
    assertThat(names("li-na", "{\"scores\": {\"li-n\\u0061\": 1}}")).isTrue();
    assertThat(names("li-na", "[{\"who\": [\"li-na\"]}]")).isTrue();
  }

  @Test
  void aNumberNamesWhereEventsNameAPerson() {
    assertThat(names("4711", "{\"employeeId\": 4711}")).isTrue();
    assertThat(names("4711", "{\"managerId\":4711}")).isTrue();
    assertThat(names("4711", "{\"actor\": {\"account\": {\"name\": 4711}}}")).isTrue();
    assertThat(names("4711", "{\"employeeId\": 47110}")).isFalse();
    assertThat(names("4711", "{\"employeeId\": 14711}")).isFalse();
    assertThat(names("4711", "{\"employeeId\": 8, \"score\": 4711}")).isFalse();
    assertThat(names("4711", "{\"employeeIds\": [4711], \"note\": \"no 4711\"}")).isFalse();
  }

  @Test
  void whatIsJsonIsNotSearchedAsText() {
    // Avro would write the length of this id, 32, as a @ before it.
    String id = "x".repeat(32);
    assertThat(names(id, "{\"mail\": \"a@" + id + "\"}")).isFalse();
    assertThat(names(id, "{\"mail\": \"a@" + id)).isTrue();
  }

  @Test
  void bytesCutAtTheirLimitNameWhomTheyNamedBefore() {
    String rest = ", \"comment\": \"" + "a".repeat(DeadLetter.RAW_LIMIT);
    assertThat(namesCut("4711", "{\"employeeId\": 4711" + rest)).isTrue();
    assertThat(namesCut("li/na", "{\"employeeId\": \"li\\/na\"" + rest)).isTrue();
    assertThat(namesCut("li-na", "{\"employeeId\": \"oli-na\"" + rest)).isFalse();
    String broken = "{oops " + "a".repeat(DeadLetter.RAW_LIMIT - 13);
    assertThat(namesCut("li-na", broken + "\"li-na\"}")).isTrue();
    assertThat(namesCut("li-na", broken + " \"li-na\"}")).isFalse();
  }

  private static boolean namesCut(String employeeId, String whole) {
    byte[] raw =
        DeadLetter.of("", "", DeadLetterReason.TOO_LONG, null, whole.getBytes(UTF_8), 1).raw();
    assertThat(raw).hasSize(DeadLetter.RAW_LIMIT);
    return new Naming(employeeId).isIn(raw);
  }

  @Test
  void textInAvroNames() {
    byte[] ofLiNa = avro("li-na");
    assertThat(new Naming("li-na").isIn(ofLiNa)).isTrue();
    assertThat(new Naming("li").isIn(ofLiNa)).isFalse();
    assertThat(new Naming("li-na").isIn(avro("li-nancy"))).isFalse();
  }

  private static boolean names(String employeeId, String raw) {
    return new Naming(employeeId).isIn(raw.getBytes(UTF_8));
  }

  private static byte[] avro(String employeeId) {
    return SingleObjectEncoding.of(SurveyEvent.class)
        .encode(
            new SurveyEvent(
                "q", "erp", employeeId, 1, SurveyAbout.scheme, null, null, 1, null, null));
  }
}
