package io.growthline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.growthline.GoldenFile;
import io.growthline.training.ModelFolder;
import io.growthline.training.TrainingOptions;
import io.growthline.training.VectorLake;
import io.growthline.training.fit.Learners;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.client.ClientUtils;
import org.apache.flink.client.program.ClusterClient;
import org.apache.flink.client.program.PackagedProgram;
import org.apache.flink.client.program.ProgramInvocationException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.core.execution.DefaultExecutorServiceLoader;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.client.JobStatusMessage;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.test.junit5.InjectClusterClient;
import org.apache.flink.test.junit5.InjectClusterClientConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The training as it is submitted, and the operators that a cluster shows of it. */
class TrainJobTest {

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  @TempDir private static Path lake;

  @TempDir private Path folder;

  @BeforeAll
  static void write() throws Exception {
    VectorLake.write(lake, Learners.vectors(120, 3));
  }

  @Test
  void theEntryClassTrainsOnTheClusterItIsSubmittedTo(
      @InjectClusterClientConfiguration Configuration cluster,
      @InjectClusterClient ClusterClient<?> client)
      throws Exception {
    Path models = folder.resolve("models");
    submit(cluster, "--lake", lake.toUri().toString(), "--models", models.toString());
    assertThat(new ModelFolder(models).newest("recommender")).isPresent();
    assertThat(client.listJobs().get())
        .extracting(JobStatusMessage::getJobName)
        .contains("Growthline training: what there is", "Growthline training: the fit");
    assertThatThrownBy(
            () -> submit(cluster, "--lake", lake.toString(), "--models", models.toString()))
        .as("there is nothing new since the first model")
        .isInstanceOf(ProgramInvocationException.class)
        .hasMessageContaining("the job was not run");
  }

  /** As {@code flink run -c} does it. */
  private static void submit(Configuration cluster, String... arguments) throws Exception {
    Configuration settings = new Configuration(cluster);
    settings.set(DeploymentOptions.TARGET, "remote");
    settings.set(DeploymentOptions.ATTACHED, true);
    try (PackagedProgram program =
        PackagedProgram.newBuilder()
            .setConfiguration(settings)
            .setEntryPointClassName(TrainJob.class.getName())
            .setArguments(arguments)
            .build()) {
      ClientUtils.executeProgram(
          new DefaultExecutorServiceLoader(), settings, program, false, false);
    }
  }

  @Test
  void operatorsAreAsTheyWere() throws Exception {
    List<String> operators = new ArrayList<>();
    TrainJob.run(
        () -> new Recorded(operators),
        lake.toString(),
        folder.resolve("models"),
        null,
        TrainingOptions.DEFAULT,
        report -> {});
    GoldenFile.named("training-operators.txt").assertSame(operators);
  }

  /** Notes the operators of every job that is run in it. */
  private static final class Recorded extends StreamExecutionEnvironment {

    private final List<String> operators;

    Recorded(List<String> operators) {
      super(
          JobSettings.replay()
              .set(DeploymentOptions.TARGET, "local")
              .set(DeploymentOptions.ATTACHED, true));
      this.operators = operators;
    }

    @Override
    public JobClient executeAsync(StreamGraph graph) throws Exception {
      operators.add("job " + graph.getJobName());
      // Flink names the sink that collects results itself, with a number that counts on.
      OperatorContractTest.operators(graph).stream()
          .filter(operator -> !operator.startsWith("dataStreamCollect_"))
          .forEach(operators::add);
      return super.executeAsync(graph);
    }
  }
}
