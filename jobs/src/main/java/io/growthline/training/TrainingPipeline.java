package io.growthline.training;

import io.growthline.schemas.features.FeatureVector;
import io.growthline.training.fit.Past;
import io.growthline.training.fit.PastReader;
import io.growthline.training.fit.PersonHistory;
import io.growthline.training.fit.TasteParameters;
import io.growthline.training.fit.Vocabulary;
import java.util.HashSet;
import java.util.Set;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The ways through all people, in batch. Between the recommender's two parameters are chosen.
 *
 * <pre>
 * vectors ──by employee──► histories ──► of one's own accord ─┬─► what there is: frequencies, a
 *                                                             │   sample, the extent
 *                                                             └─► statistics ──by signal──► summed up
 * vectors ──by employee──► pasts ─────► what people began and took up: a sample, the extent
 * </pre>
 *
 * The sums are exact, so neither depends on the parallelism.
 */
public final class TrainingPipeline {

  private TrainingPipeline() {}

  /** Everyone's history; rows may be there more than once. */
  public static DataStream<PersonHistory> histories(DataStream<FeatureVector> vectors) {
    return read(vectors, PersonHistory::of, PersonHistory.class, "Histories", "histories");
  }

  private static <T> SingleOutputStreamOperator<T> read(
      DataStream<FeatureVector> vectors,
      HistoryFunction.Reading<T> reading,
      Class<T> type,
      String name,
      String uid) {
    return vectors
        .keyBy(FeatureVector::employeeId, Types.STRING)
        .process(new HistoryFunction<>(reading))
        .returns(TypeInformation.of(type))
        .name(name)
        .uid(uid);
  }

  /**
   * Of the same histories what was taken of one's own accord.
   *
   * @param required activities that the company asks of people
   */
  public static DataStream<PersonHistory> voluntary(
      DataStream<PersonHistory> histories, Set<String> required) {
    HashSet<String> left = new HashSet<>(required);
    MapFunction<PersonHistory, PersonHistory> voluntary = history -> history.voluntary(left);
    return histories
        .map(voluntary)
        .returns(TypeInformation.of(PersonHistory.class))
        .name("Of one's own accord")
        .uid("of-own-accord");
  }

  /** What there is to learn from; parts of it come from each subtask. */
  public static DataStream<Finding> findings(
      DataStream<PersonHistory> histories, TrainingOptions options) {
    return histories
        .fullWindowPartition()
        .mapPartition(new LookThrough(options.mostSampled()))
        .returns(TypeInformation.of(Finding.class))
        .name("What there is")
        .uid("what-there-is");
  }

  /** What everyone's examples say; one row for each signal. */
  public static DataStream<StatisticsRow> statistics(
      DataStream<PersonHistory> histories, Vocabulary vocabulary, TasteParameters parameters) {
    return histories
        .fullWindowPartition()
        .mapPartition(new StatisticsFunction(vocabulary, parameters))
        .returns(TypeInformation.of(StatisticsRow.class))
        .name("Statistics")
        .uid("statistics")
        .keyBy(StatisticsRow::signal, Types.INT)
        .reduce(StatisticsRow::plus)
        .name("Statistics summed up")
        .uid("statistics-summed-up");
  }

  /** What people began and took up; parts of it come from each subtask. */
  static DataStream<PastFinding> pasts(
      DataStream<FeatureVector> vectors, PastReader reader, TrainingOptions options) {
    return read(vectors, reader::of, Past.class, "Pasts", "pasts")
        .fullWindowPartition()
        .mapPartition(new PastSurvey.OfSubtask(options.mostSampled()))
        .returns(TypeInformation.of(PastFinding.class))
        .name("What people began and took up")
        .uid("begun-and-taken-up");
  }
}
