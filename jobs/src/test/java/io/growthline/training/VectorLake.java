package io.growthline.training;

import io.growthline.app.JobSettings;
import io.growthline.lake.Lake;
import io.growthline.lake.StagedTables;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.tables.TableCatalogue;
import io.growthline.training.fit.Vectors;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A lake's tables as a replay leaves them, with nothing but vectors in them. */
public final class VectorLake {

  private VectorLake() {}

  /** Writes all tables; vectors in any order, or none. */
  public static void write(Path folder, List<FeatureVector> vectors) throws Exception {
    try (var env = StreamExecutionEnvironment.createLocalEnvironment(2, JobSettings.replay())) {
      boolean present = !vectors.isEmpty();
      FeatureVector[] rows =
          present ? vectors.toArray(FeatureVector[]::new) : new FeatureVector[] {Vectors.at(0)};
      var stream =
          env.fromData(TypeInformation.of(FeatureVector.class), rows)
              .uid("vectors")
              .filter(row -> present)
              .uid("present");
      Lake.replay(folder).write(stream, TableCatalogue.EMPLOYEE_FEATURES);
      env.execute();
    }
    new StagedTables(folder).publish(TableCatalogue.all(), YearMonth.of(2026, 12));
  }
}
