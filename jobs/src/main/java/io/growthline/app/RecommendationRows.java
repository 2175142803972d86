package io.growthline.app;

import io.growthline.schemas.recommendations.EmployeeRecommendations;
import io.growthline.schemas.recommendations.RecommendedActivity;
import io.growthline.schemas.tables.RecommendationRow;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/** Lists of recommendations as the flat rows of a table. */
final class RecommendationRows {

  private RecommendationRows() {}

  /** One row for each recommended activity. */
  static DataStream<RecommendationRow> of(DataStream<EmployeeRecommendations> lists) {
    return lists
        .flatMap(RecommendationRows::rows)
        .returns(TypeInformation.of(RecommendationRow.class))
        .name("Recommendations by activity")
        .uid("recommendations-by-activity");
  }

  private static void rows(EmployeeRecommendations list, Collector<RecommendationRow> rows) {
    for (int i = 0; i < list.items().size(); i++) {
      RecommendedActivity item = list.items().get(i);
      rows.collect(
          new RecommendationRow(
              list.employeeId(),
              list.generatedAt(),
              i + 1,
              item.activityId(),
              item.score(),
              item.credits(),
              item.completionProbability(),
              item.reasons(),
              list.modelVersion(),
              list.version(),
              list.likelyFormats()));
    }
  }
}
