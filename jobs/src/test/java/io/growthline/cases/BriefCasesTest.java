package io.growthline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every case that the business describes, from JSON lines through the pipeline. */
class BriefCasesTest {

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  @ParameterizedTest(name = "{0}, streaming")
  @FieldSource("io.growthline.cases.BriefCase#IDS")
  void comesOutEventByEvent(String id) throws Exception {
    BriefCase played = BriefCase.load(id);
    assertThat(played.report(new LedgerRun(played, folder(id)).streaming())).isEmpty();
  }

  @ParameterizedTest(name = "{0}, batch")
  @FieldSource("io.growthline.cases.BriefCase#IDS")
  void comesOutInAReplay(String id) throws Exception {
    BriefCase played = BriefCase.load(id);
    assertThat(played.report(new LedgerRun(played, folder(id)).batch())).isEmpty();
  }

  @Test
  void noCaseIsLeftOut() throws Exception {
    try (Stream<Path> folders = Files.list(folder(""))) {
      assertThat(folders.filter(Files::isDirectory).map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(BriefCase.IDS);
    }
  }

  private static Path folder(String id) throws URISyntaxException {
    return Path.of(BriefCasesTest.class.getResource("/brief-cases/" + id).toURI());
  }
}
