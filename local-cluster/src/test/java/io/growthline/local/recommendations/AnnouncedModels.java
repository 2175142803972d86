package io.growthline.local.recommendations;

import io.growthline.recommend.rules.ForecastKind;
import io.growthline.recommend.rules.LogisticModel;
import io.growthline.recommend.rules.LogisticModelFile;
import io.growthline.recommend.rules.Memory;
import io.growthline.recommend.rules.SignalId;
import io.growthline.recommend.rules.SignalKind;
import io.growthline.recommend.rules.TasteModel;
import io.growthline.recommend.rules.TasteModelFile;
import io.growthline.schemas.reference.ModelAnnouncement;
import io.growthline.schemas.topics.TopicCatalogue;
import io.growthline.schemas.wire.SingleObjectEncoding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Models of the simplest kind, written to files and announced on a broker. */
record AnnouncedModels(Path folder, KafkaProducer<String, byte[]> producer) {

  private interface Content {
    String write(OutputStream file) throws IOException;
  }

  /** A model by which everyone likes one activity most. */
  void liking(String version, String liked) throws Exception {
    TasteModel model =
        new TasteModel(
            version,
            Memory.DEFAULT,
            List.of(new SignalId(SignalKind.ANYONE, "")),
            List.of(liked),
            new float[][] {{9}});
    announce("recommender", version, file -> TasteModelFile.write(model, file));
  }

  /**
   * A model that foretells the same of everyone.
   *
   * @param logOdds those of the last class before all are made to add up to 1; of the others 0
   */
  void foretelling(ForecastKind kind, String version, List<String> classes, double logOdds)
      throws Exception {
    double[][] weights = new double[classes.size()][kind.features().size() + 1];
    weights[classes.size() - 1][kind.features().size()] = logOdds;
    double[][] asIs = new double[classes.size()][];
    Arrays.fill(asIs, new double[] {1, 0});
    LogisticModel model =
        new LogisticModel(version, classes, kind.features(), weights, asIs, Map.of());
    announce(kind.modelId(), version, file -> LogisticModelFile.write(model, file));
  }

  private void announce(String modelId, String version, Content content) throws Exception {
    Path path = folder.resolve(modelId + "-" + version);
    String sha256;
    try (OutputStream file = Files.newOutputStream(path)) {
      sha256 = content.write(file);
    }
    ModelAnnouncement announcement =
        new ModelAnnouncement(
            modelId,
            version,
            path.toUri().toString(),
            sha256,
            0,
            System.currentTimeMillis(),
            Map.of());
    byte[] value = SingleObjectEncoding.of(ModelAnnouncement.class).encode(announcement);
    producer
        .send(new ProducerRecord<>(TopicCatalogue.MODELS.name(), modelId + "@start", value))
        .get();
  }
}
