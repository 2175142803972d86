package io.growthline.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.growthline.app.GrowthlineJob;
import io.growthline.app.JobSettings;
import io.growthline.app.KafkaSettings;
import io.growthline.facts.Disposition;
import io.growthline.facts.FactCounts;
import io.growthline.hostile.HostileInput;
import io.growthline.hostile.HostileInput.Spoilt;
import io.growthline.hostile.HostileSeed;
import io.growthline.hostile.RawInput;
import io.growthline.ingest.InputKind;
import io.growthline.local.broker.EmbeddedBroker;
import io.growthline.local.cluster.LocalJob;
import io.growthline.oracle.ManyEmployees;
import io.growthline.rulebook.RuleBookFile;
import io.growthline.rulebook.RuleBookPublisher;
import io.growthline.schemas.deadletters.DeadLetter;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.topics.TopicCreation;
import io.growthline.schemas.topics.TopicPrefix;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand usable records among thousands that are not, on all input topics of a real broker:
 * every record is accounted for, and no task starts again.
 */
class HostileInputKafkaIT {

  private static final long SEED = HostileSeed.print();
  private static final TopicPrefix ACME = new TopicPrefix("acme");
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int TEN_MEBIBYTES = 10 * 1024 * 1024;

  /** Ten different lengths, from what a dead letter keeps up to what a broker takes. */
  private static final List<Integer> LENGTHS =
      IntStream.rangeClosed(1, 10).mapToObj(tenth -> 100_000 * tenth).toList();

  @TempDir static Path folder;

  private static HostileInput input;
  private static long sent;
  private static List<DeadLetter> deadLetters;
  private static JobExecutionResult result;
  private static long restarts;

  @BeforeAll
  static void sendEverything() throws Exception {
    List<Integer> lengths = new ArrayList<>(LENGTHS);
    lengths.add(TEN_MEBIBYTES);
    input = HostileInput.make(SEED, lengths);
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"));
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      TopicCreation.create(admin, ACME, TopicCatalogue.all());
      new RuleBookPublisher(broker.bootstrap(), ACME, Map.of())
          .publish(
              RuleBookFile.read(
                  "rulebook.yaml", ManyEmployees.ruleBookYaml().getBytes(StandardCharsets.UTF_8)),
              false);
      InputTopics topics = new InputTopics(broker.bootstrap(), ACME, admin);
      try (LocalJob job = start(broker.bootstrap())) {
        sent = topics.send(everything(), new Random(SEED));
        await().atMost(PATIENCE).until(() -> topics.areReadBy("acme.growthline-jobs", job));
        job.stop();
        result = job.result();
        restarts = job.restarts();
      }
      deadLetters = InputTopics.deadLetters(broker.bootstrap(), ACME);
    }
  }

  private static LocalJob start(String bootstrap) throws Exception {
    KafkaSettings kafka = new KafkaSettings(bootstrap, ACME, Map.of());
    return LocalJob.start(
        JobSettings.live(Duration.ofSeconds(1)),
        2,
        folder.resolve("flink"),
        env -> GrowthlineJob.build(env, GrowthlineJob.options(kafka)));
  }

  @Test
  void everyRecordIsCountedOnce() {
    long credited = FactCounts.of(result, Disposition.CREDITED);
    long decided = FactCounts.of(result, Disposition.DECIDED);
    long earnsNothing = FactCounts.of(result, Disposition.EARNS_NOTHING);
    long duplicates = FactCounts.of(result, Disposition.DUPLICATE);
    long waiting = FactCounts.of(result, Disposition.WAITING);
    String says =
        "seed %d: credited %d, decided %d, earns nothing %d, duplicates %d, waiting %d, dead %d"
            .formatted(
                SEED, credited, decided, earnsNothing, duplicates, waiting, deadLetters.size());

    assertThat(sent)
        .as(says)
        .isEqualTo(everything().size())
        .isEqualTo(credited + decided + earnsNothing + duplicates + waiting + deadLetters.size());
    assertThat(duplicates).as(says).isEqualTo(input.duplicates());
    assertThat(credited + decided + earnsNothing)
        .as(says)
        .isEqualTo(
            input.valid().size()
                + input.odd().size()
                + input.spelledOut().size()
                - input.duplicates());
    assertThat(waiting + reasons("UNKNOWN_ACTIVITY").size()).as(says).isEqualTo(HostileInput.EACH);
  }

  @Test
  void noTaskStartedAgain() {
    assertThat(restarts).as("seed %d", SEED).isZero();
  }

  @Test
  void everyUnusableRecordIsOneDeadLetter() {
    // One that waited for its activity is written anew when it is given up.
    assertThat(deadLetters.stream().filter(letter -> !letter.reason().equals("UNKNOWN_ACTIVITY")))
        .as("seed %d", SEED)
        .extracting(DeadLetter::sha256)
        .containsExactlyInAnyOrderElementsOf(unusable().map(RawInput::sha256).toList());
  }

  @Test
  void itsReasonIsTheRightOne() {
    Map<String, String> reasons =
        deadLetters.stream()
            .collect(Collectors.toMap(DeadLetter::sha256, DeadLetter::reason, (one, other) -> one));
    for (Spoilt spoilt : input.unusable()) {
      assertThat(reasons.get(spoilt.record().sha256()))
          .as("seed %d, %s: %s", SEED, spoilt.hostility(), spoilt.record().text())
          .matches(spoilt.hostility()::mayBeCalled);
    }
    assertThat(reasons("TOMBSTONE")).hasSize(HostileInput.EACH);
    assertThat(reasons("FROM_THE_FUTURE")).hasSize(HostileInput.EACH);
    assertThat(reasons("UNKNOWN_FINGERPRINT")).hasSizeGreaterThanOrEqualTo(HostileInput.EACH);
    assertThat(input.oversized()).extracting(r -> reasons.get(r.sha256())).containsOnly("TOO_LONG");
  }

  @Test
  void aDeadLetterKeepsTheStartAndTheLengthOfWhatIsTooLong() {
    RawInput longest = input.oversized().get(input.oversized().size() - 1);
    String sha256 = longest.sha256();
    assertThat(deadLetters.stream().filter(letter -> letter.sha256().equals(sha256)))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.length()).isEqualTo(longest.bytes().length);
              assertThat(letter.raw()).hasSize(64 * 1024);
            });
  }

  private static List<DeadLetter> reasons(String reason) {
    return deadLetters.stream().filter(letter -> letter.reason().equals(reason)).toList();
  }

  private static List<RawInput> everything() {
    List<RawInput> all = new ArrayList<>();
    Stream.of(input.valid(), input.spelledOut(), input.odd(), input.ofUnknownActivities())
        .forEach(all::addAll);
    unusable().forEach(all::add);
    return all;
  }

  private static Stream<RawInput> unusable() {
    return Stream.of(input.dead(), input.ofTheFarFuture(), tombstones(), moreOversized())
        .flatMap(Collection::stream);
  }

  private static List<RawInput> tombstones() {
    List<InputKind> kinds = InputTopics.KINDS;
    return IntStream.range(0, HostileInput.EACH)
        .mapToObj(number -> new RawInput(kinds.get(number % kinds.size()), null))
        .toList();
  }

  /** As many as of the others, without the ten mebibytes. */
  private static List<RawInput> moreOversized() {
    return input.oversized().stream()
        .filter(record -> record.bytes().length < TEN_MEBIBYTES)
        .flatMap(
            record -> Collections.nCopies(HostileInput.EACH / LENGTHS.size() - 1, record).stream())
        .toList();
  }
}
