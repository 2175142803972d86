package io.growthline.ingest;

import io.growthline.rulebook.Metric;
import io.growthline.rulebook.MetricTerms;
import io.growthline.rulebook.RuleBook;
import io.growthline.schemas.deadletters.DeadLetterReason;
import io.growthline.schemas.events.PerformanceEvent;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * What a revision of the rule book asks of performance events.
 *
 * @param ordinal the revision's
 * @param byMetric by the metric's id; of a metric that is not among them anything is accepted
 */
public record MetricRules(long ordinal, Map<String, MetricRule> byMetric) implements Serializable {

  /**
   * What is asked of one metric.
   *
   * @param unit the unit its events have if they name one; null: any
   * @param isCount whether its figures are whole numbers of 0 or more
   */
  public record MetricRule(String unit, boolean isCount) implements Serializable {}

  static MetricRules of(RuleBook book) {
    Map<String, MetricRule> rules = new HashMap<>();
    for (Metric metric : book.metrics().values()) {
      MetricTerms terms = metric.terms();
      rules.put(metric.id(), new MetricRule(terms.unit(), terms.kind() == MetricTerms.Kind.COUNT));
    }
    return new MetricRules(book.ordinal(), rules);
  }

  void check(PerformanceEvent event) throws UnusableInputException {
    MetricRule rule = byMetric.get(event.metric());
    if (rule == null) {
      return;
    }
    if (rule.unit() != null && event.unit() != null && !rule.unit().equals(event.unit())) {
      throw new UnusableInputException(
          DeadLetterReason.WRONG_UNIT, "unit is not the one that the metric has in the rule book");
    }
    double value = event.value();
    if (rule.isCount() && (value < 0 || value != Math.rint(value))) {
      throw new UnusableInputException(
          DeadLetterReason.OUT_OF_RANGE, "value is no whole number of 0 or more, and counts are");
    }
  }
}
