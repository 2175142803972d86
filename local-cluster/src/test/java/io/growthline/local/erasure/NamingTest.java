package io.growthline.local.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
