package io.growthline.app;

import io.growthline.facts.ErasureKey;
import io.growthline.rulebook.RuleBookFile;
import io.growthline.schemas.reference.Revision;
import io.growthline.schemas.topics.TopicPrefix;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** The jobs bound to everything that they can be bound to, built but not run. */
enum WholeJob {
  GROWTHLINE("growthline-operators.txt") {
    @Override
    StreamExecutionEnvironment built() {
      StreamExecutionEnvironment env =
          StreamExecutionEnvironment.getExecutionEnvironment(
              JobSettings.live(Duration.ofSeconds(10)));
      GrowthlineJob.build(env, GrowthlineJob.options(kafka()));
      return env;
    }
  },

  LAKE("lake-operators.txt") {
    @Override
    StreamExecutionEnvironment built() throws IOException {
      StreamExecutionEnvironment env =
          StreamExecutionEnvironment.getExecutionEnvironment(
              JobSettings.lake(Duration.ofMinutes(5)));
      LakeJob.build(
          env,
          new LakeOptions(
              kafka(), Path.of("target/whole-lake").toUri().toString(), ErasureKey.PUBLIC));
      return env;
    }
  },

  REPLAY("replay-operators.txt") {
    @Override
    StreamExecutionEnvironment built() throws IOException {
      StreamExecutionEnvironment env =
          StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.replay());
      // A table of the rule book is written only if it has rows, so this book has all of them.
      Revision revision =
          RuleBookFile.read(Path.of("src/test/resources/rulebook/full.yaml")).revision(1, 0);
      ReplayOptions options =
          new ReplayOptions(Path.of("input"), Path.of("output"), Instant.EPOCH, 2, false);
      new ReplayJob(options, revision).build(env, options.until().toEpochMilli());
      return env;
    }
  };

  /** Golden file of the job's operators. */
  final String golden;

  WholeJob(String golden) {
    this.golden = golden;
  }

  /** The environment that the job was built in. */
  abstract StreamExecutionEnvironment built() throws IOException;

  /** What Flink makes of the job; sinks are taken apart into their operators. */
  StreamGraph graph() throws IOException {
    return built().getStreamGraph();
  }

  private static KafkaSettings kafka() {
    return new KafkaSettings("localhost:9092", new TopicPrefix("acme"), Map.of());
  }
}
