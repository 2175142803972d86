package io.growthline.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.facts.ErasureKey;
import io.growthline.facts.Latest;
import io.growthline.facts.SweepingOperator;
import io.growthline.recommend.rules.ForecastKind;
import io.growthline.recommend.rules.Learners;
import io.growthline.recommend.rules.LogisticModel;
import io.growthline.recommend.rules.LogisticModelFile;
import io.growthline.recommend.rules.Memory;
import io.growthline.recommend.rules.SignalId;
import io.growthline.recommend.rules.SignalKind;
import io.growthline.recommend.rules.TasteModel;
import io.growthline.recommend.rules.TasteModelFile;
import io.growthline.rulebook.RuleBookFile;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.recommendations.EffectKind;
import io.growthline.schemas.recommendations.EmployeeRecommendations;
import io.growthline.schemas.recommendations.RecommendationEffect;
import io.growthline.schemas.recommendations.RecommendedActivity;
import io.growthline.schemas.reference.ModelAnnouncement;
import io.growthline.schemas.reference.Revision;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When lists are made live, and by which model, on Flink's own test harness. */
class RecommendFunctionTest {

  private static final RecommendOptions LIVE =
      RecommendOptions.live(ErasureKey.PUBLIC).withSweepSpread(Duration.ofSeconds(1));
  private static final long DELAY = LIVE.delay().toMillis();
  private static final long INTERVAL = LIVE.interval().toMillis();
  private static final long SPREAD = LIVE.sweepSpread().toMillis();

  private static final Revision RULES =
      RuleBookFile.read(
              "rulebook.yaml",
              """
              scheme: {zone: UTC}
              activities:
                - {id: apples, kind: course, category: elective, credits: 1, format: video}
                - {id: pears, kind: course, category: elective, credits: 1, format: case}
                - {id: plums, kind: course, category: elective, credits: 1, passScore: 0.6}
              """
                  .getBytes(StandardCharsets.UTF_8))
          .revision(1, 0);

  @TempDir private Path folder;

  @Test
  void aListIsMadeSoonAndNotTooOften() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.publish();
      harness.send(new Learners().prefers("video"));
      harness.passMillis(DELAY - 1);
      assertThat(harness.lists()).isEmpty();
      harness.passMillis(1);
      assertThat(harness.newest()).startsWith("apples");
      harness.send(new Learners().prefers("case"));
      harness.passMillis(DELAY);
      assertThat(harness.lists()).hasSize(1);
      harness.passMillis(INTERVAL - DELAY);
      assertThat(harness.lists()).hasSize(2);
      assertThat(harness.newest()).startsWith("pears");
    }
  }

  /** As when a training run announces all that it made. */
  @Test
  void newModelsAndRuleBooksMakeListsNotTooOftenEither() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.publish();
      harness.send(new Learners());
      harness.passMillis(DELAY);
      harness.announce(model("v1", "pears"));
      harness.announce(forecast(ForecastKind.COMPLETION, "v2", List.of(), 0));
      harness.announce(forecast(ForecastKind.FORMAT, "v3", List.of("video", "case"), 0));
      for (long passed = 0; passed < SPREAD + INTERVAL; passed += 10) {
        harness.passMillis(10);
      }
      assertThat(harness.newest()).startsWith("pears");
      assertThat(harness.list().likelyFormats()).isNotEmpty();
      assertThat(harness.list().items()).allMatch(item -> item.completionProbability() == 0.5);
      List<Long> made = harness.lists().stream().map(EmployeeRecommendations::generatedAt).toList();
      for (int i = 1; i < made.size(); i++) {
        assertThat(made.get(i) - made.get(i - 1)).isGreaterThanOrEqualTo(INTERVAL);
      }
    }
  }

  @Test
  void whatComesBeforeTheRuleBookIsAnsweredWithIt() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.send(new Learners());
      harness.passMillis(DELAY);
      assertThat(harness.lists()).isEmpty();
      harness.publish();
      harness.passMillis(SPREAD);
      assertThat(harness.lists()).hasSize(1);
    }
  }

  @Test
  void aModelIsSwappedWithoutARestartAndRolledBack() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.publish();
      harness.send(new Learners());
      harness.passMillis(DELAY);
      harness.announce(model("v1", "pears"));
      harness.passMillis(SPREAD);
      assertThat(harness.newest()).startsWith("pears");
      harness.announce(model("v2", "plums"));
      harness.passMillis(SPREAD);
      assertThat(harness.newest()).startsWith("plums");
      harness.announce(model("v1", "pears"));
      harness.passMillis(SPREAD);
      assertThat(harness.newest()).startsWith("pears");
      assertThat(harness.lists())
          .extracting(EmployeeRecommendations::modelVersion)
          .containsExactly(null, "v1", "v2", "v1");
    }
  }

  @Test
  void aModelThatCannotBeReadLeavesTheOneBeforeInForce() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.publish();
      harness.send(new Learners());
      harness.announce(model("v1", "pears"));
      harness.passMillis(SPREAD);
      ModelAnnouncement damaged = model("v2", "plums");
      Files.writeString(folder.resolve("v2"), "no model");
      harness.announce(damaged);
      harness.passMillis(SPREAD);
      assertThat(harness.lists()).last().extracting("modelVersion").isEqualTo("v1");
      ModelAnnouncement mended = model("v2", "plums");
      assertThat(mended).isEqualTo(damaged);
      harness.passMillis(Duration.ofMinutes(1).toMillis());
      harness.send(new Learners());
      harness.passMillis(INTERVAL);
      assertThat(harness.lists()).last().extracting("modelVersion").isEqualTo("v2");
    }
  }

  @Test
  void aModelThatListsAreNotMadeByChangesNothing() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.publish();
      harness.send(new Learners());
      harness.passMillis(DELAY);
      ModelAnnouncement model = model("v1", "pears");
      harness.announce(
          new ModelAnnouncement(
              "skill-gap", "v1", model.location(), model.sha256(), 0, 0, Map.of()));
      harness.passMillis(SPREAD);
      assertThat(harness.lists()).hasSize(1);
    }
  }

  @Test
  void e4WhatIsForetoldIsToldOnceThereIsAModelAndAnUnreadableOneLeavesItInForce() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.publish();
      harness.send(new Learners());
      harness.passMillis(DELAY);
      assertThat(harness.list().items()).allMatch(item -> item.completionProbability() == null);
      assertThat(harness.list().likelyFormats()).isEmpty();
      harness.announce(forecast(ForecastKind.COMPLETION, "v1", List.of(), 0));
      harness.announce(forecast(ForecastKind.FORMAT, "v2", List.of("video", "case"), 0));
      harness.passMillis(SPREAD);
      assertThat(harness.list().items()).allMatch(item -> item.completionProbability() == 0.5);
      assertThat(harness.list().likelyFormats()).isEqualTo(Map.of("video", 0.5, "case", 0.5));
      harness.announce(forecast(ForecastKind.COMPLETION, "v3", List.of(), 5));
      harness.passMillis(SPREAD);
      assertThat(harness.list().items()).allMatch(item -> item.completionProbability() > 0.9);
      ModelAnnouncement damaged = forecast(ForecastKind.COMPLETION, "v4", List.of(), -5);
      Files.writeString(folder.resolve("v4"), "no model");
      harness.announce(damaged);
      harness.passMillis(SPREAD);
      assertThat(harness.list().items()).allMatch(item -> item.completionProbability() > 0.9);
      assertThat(harness.list().likelyFormats()).isEqualTo(Map.of("video", 0.5, "case", 0.5));
      assertThat(harness.list().modelVersion()).isNull();
    }
  }

  @Test
  void afterARestartTheSameModelIsInForce() throws Exception {
    OperatorSubtaskState savepoint;
    try (Harness harness = new Harness(null)) {
      harness.publish();
      harness.announce(model("v1", "pears"));
      harness.send(new Learners());
      harness.passMillis(DELAY);
      harness.send(new Learners());
      savepoint = harness.flink.snapshot(1, 1);
    }
    try (Harness harness = new Harness(savepoint)) {
      harness.passMillis(INTERVAL + DELAY);
      assertThat(harness.lists()).extracting("modelVersion").containsExactly("v1");
      assertThat(harness.newest()).startsWith("pears");
    }
  }

  @Test
  void c5WhatBecomesOfARecommendationIsToldOnce() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.publish();
      harness.learn("e0", LearningVerb.VIEWED, "apples", 5);
      harness.send(new Learners());
      harness.passMillis(DELAY);
      harness.learn("e1", LearningVerb.VIEWED, "apples", 10);
      harness.learn("e2", LearningVerb.VIEWED, "apples", 11);
      harness.learn("e3", LearningVerb.COMPLETED, "apples", 12);
      harness.learn("e4", LearningVerb.ENROLLED, "plums", 13);
      harness.learn("e5", LearningVerb.VIEWED, "elsewhere", 14);
      harness.learn("e6", LearningVerb.VIEWED, "pears", 0);
      harness.learn("e7", LearningVerb.VIEWED, "pears", Duration.ofDays(31).toMillis());
      assertThat(harness.effects())
          .extracting(effect -> effect.kind() + " " + effect.activityId() + " " + effect.at())
          .containsExactly(
              "SHOWN apples 0",
              "SHOWN pears 0",
              "SHOWN plums 0",
              "VIEWED apples 10",
              "COMPLETED apples 12",
              "ENROLLED plums 13");
      assertThat(harness.effects())
          .extracting(RecommendationEffect::effectId)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void anotherModelsListIsShownAnew() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.publish();
      harness.send(new Learners());
      harness.passMillis(DELAY);
      harness.announce(model("v1", "pears"));
      harness.passMillis(SPREAD);
      harness.send(new Learners());
      harness.passMillis(INTERVAL);
      assertThat(harness.effects())
          .allMatch(effect -> effect.kind() == EffectKind.SHOWN)
          .extracting(effect -> effect.activityId() + " " + effect.modelVersion())
          .containsExactlyInAnyOrder(
              "apples null", "pears null", "plums null", "apples v1", "pears v1", "plums v1");
    }
  }

  @Test
  void c5WhatCameBeforeAModelWasAnnouncedIsNotItsEffect() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.publish();
      harness.send(new Learners());
      harness.passMillis(DELAY);
      ModelAnnouncement model = model("v1", "pears");
      harness.announce(
          new ModelAnnouncement(
              model.modelId(), "v1", model.location(), model.sha256(), 0, 1000, Map.of()));
      harness.flink.processBothWatermarks(new Watermark(5000));
      harness.passMillis(SPREAD);
      harness.learn("e1", LearningVerb.VIEWED, "pears", 900);
      harness.learn("e2", LearningVerb.ENROLLED, "pears", 1001);
      assertThat(harness.effects())
          .filteredOn(effect -> "v1".equals(effect.modelVersion()))
          .filteredOn(effect -> effect.activityId().equals("pears"))
          .extracting(effect -> effect.kind() + " " + effect.at())
          .containsExactly("SHOWN 1000", "ENROLLED 1001");
    }
  }

  @Test
  void c5WhoFailsWhatWasRecommendedHasNotCompletedIt() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.publish();
      harness.send(new Learners());
      harness.passMillis(DELAY);
      harness.score("e1", "plums", 10, 0.59);
      assertThat(harness.effects()).allMatch(effect -> effect.kind() == EffectKind.SHOWN);
      harness.score("e2", "plums", 20, 0.6);
      assertThat(harness.effects())
          .filteredOn(effect -> effect.kind() == EffectKind.COMPLETED)
          .singleElement()
          .extracting(RecommendationEffect::at)
          .isEqualTo(20L);
    }
  }

  @Test
  void f6WhoWasErasedHasNoListAndGetsNone() throws Exception {
    try (Harness harness = new Harness(null)) {
      harness.publish();
      harness.send(new Learners());
      harness.passMillis(DELAY);
      harness.flink.processElement1(new StreamRecord<>(RecommendInput.ofErased("li-na")));
      harness.send(new Learners());
      harness.learn("e1", LearningVerb.VIEWED, "apples", 10);
      harness.passMillis(INTERVAL + SPREAD);
      assertThat(harness.output()).last().isEqualTo(Latest.none("li-na"));
      assertThat(harness.effects()).allMatch(effect -> effect.kind() == EffectKind.SHOWN);
      assertThat(harness.flink.numKeyedStateEntries()).isZero();
    }
  }

  /** A model by which everyone likes one activity. */
  private ModelAnnouncement model(String version, String liked) throws IOException {
    TasteModel model =
        new TasteModel(
            version,
            Memory.DEFAULT,
            List.of(new SignalId(SignalKind.ANYONE, "")),
            List.of(liked),
            new float[][] {{1}});
    Path file = folder.resolve(version);
    try (OutputStream out = Files.newOutputStream(file)) {
      String sha256 = TasteModelFile.write(model, out);
      return new ModelAnnouncement(
          "recommender", version, file.toUri().toString(), sha256, 0, 0, Map.of());
    }
  }

  /** A model that foretells the same of everyone, its last class by so many log-odds. */
  private ModelAnnouncement forecast(
      ForecastKind kind, String version, List<String> formats, double logOdds) throws IOException {
    List<String> classes = formats.isEmpty() ? kind.classes() : formats;
    double[][] weights = new double[classes.size()][kind.features().size() + 1];
    weights[classes.size() - 1][kind.features().size()] = logOdds;
    double[][] asIs = new double[classes.size()][];
    Arrays.fill(asIs, new double[] {1, 0});
    Path file = folder.resolve(version);
    try (OutputStream out = Files.newOutputStream(file)) {
      String sha256 =
          LogisticModelFile.write(
              new LogisticModel(version, classes, kind.features(), weights, asIs, Map.of()), out);
      return new ModelAnnouncement(
          kind.modelId(), version, file.toUri().toString(), sha256, 0, 0, Map.of());
    }
  }

  private static final class Harness implements AutoCloseable {

    final KeyedTwoInputStreamOperatorTestHarness<
            String, RecommendInput, Guidance, Latest<EmployeeRecommendations>>
        flink;

    Harness(OperatorSubtaskState savepoint) throws Exception {
      flink =
          new KeyedTwoInputStreamOperatorTestHarness<>(
              SweepingOperator.of(
                  new RecommendFunction(LIVE),
                  List.of(RecommendFunction.RULE_BOOK, RecommendFunction.MODELS)),
              RecommendInput::employeeId,
              null,
              Types.STRING);
      flink.setup();
      if (savepoint != null) {
        flink.initializeState(savepoint);
      }
      flink.open();
    }

    void publish() throws Exception {
      flink.processElement2(new StreamRecord<>(Guidance.of(RULES)));
    }

    void announce(ModelAnnouncement model) throws Exception {
      flink.processElement2(new StreamRecord<>(Guidance.of(model)));
    }

    void send(Learners person) throws Exception {
      FeatureVector vector = person.vector();
      flink.processElement1(new StreamRecord<>(RecommendInput.of(vector)));
    }

    void score(String id, String activity, long at, double score) throws Exception {
      send(id, LearningVerb.COMPLETED, activity, at, score);
    }

    void learn(String id, LearningVerb verb, String activity, long at) throws Exception {
      send(id, verb, activity, at, null);
    }

    private void send(String id, LearningVerb verb, String activity, long at, Double score)
        throws Exception {
      LearningEvent event =
          new LearningEvent(
              id, "lms", "li-na", at, verb, activity, score, null, null, null, null, null, null,
              null);
      flink.processElement1(new StreamRecord<>(RecommendInput.of(event)));
    }

    void passMillis(long millis) throws Exception {
      flink.setProcessingTime(flink.getProcessingTime() + millis);
    }

    List<Latest<EmployeeRecommendations>> output() {
      return flink.extractOutputValues();
    }

    List<EmployeeRecommendations> lists() {
      return output().stream().map(Latest::value).toList();
    }

    EmployeeRecommendations list() {
      return lists().get(lists().size() - 1);
    }

    List<String> newest() {
      return list().items().stream().map(RecommendedActivity::activityId).toList();
    }

    List<RecommendationEffect> effects() {
      Queue<StreamRecord<RecommendationEffect>> effects =
          flink.getSideOutput(RecommendFunction.EFFECTS);
      return effects == null ? List.of() : effects.stream().map(StreamRecord::getValue).toList();
    }

    @Override
    public void close() throws Exception {
      flink.close();
    }
  }
}
