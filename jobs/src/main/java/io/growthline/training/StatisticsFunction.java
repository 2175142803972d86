package io.growthline.training;

import io.growthline.training.fit.PersonHistory;
import io.growthline.training.fit.RidgeStatistics;
import io.growthline.training.fit.TasteFit;
import io.growthline.training.fit.TasteParameters;
import io.growthline.training.fit.Vocabulary;
import org.apache.flink.api.common.functions.MapPartitionFunction;
import org.apache.flink.util.Collector;

/** Sums up one subtask's examples. */
final class StatisticsFunction implements MapPartitionFunction<PersonHistory, StatisticsRow> {

  private static final long serialVersionUID = 1L;

  private final Vocabulary vocabulary;
  private final TasteParameters parameters;

  StatisticsFunction(Vocabulary vocabulary, TasteParameters parameters) {
    this.vocabulary = vocabulary;
    this.parameters = parameters;
  }

  @Override
  public void mapPartition(Iterable<PersonHistory> people, Collector<StatisticsRow> out) {
    TasteFit fit = new TasteFit(vocabulary, parameters);
    RidgeStatistics statistics = fit.nothing();
    people.forEach(person -> fit.add(person, statistics));
    for (int signal = 0; signal < vocabulary.signals().size(); signal++) {
      out.collect(new StatisticsRow(signal, statistics.gram(signal), statistics.cross(signal)));
    }
  }
}
