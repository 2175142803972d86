package io.growthline.training;

import io.growthline.recommend.rules.SignalId;
import io.growthline.recommend.rules.SignalKind;
import io.growthline.training.fit.PersonHistory;
import io.growthline.training.fit.Vocabulary;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What there is to learn from, all findings together.
 *
 * @param sample people to choose by, in the order of their hashed ids
 */
record Survey(Vocabulary vocabulary, List<PersonHistory> sample, Extent extent) {

  static Survey of(Iterator<Finding> findings, TrainingOptions options) {
    Map<SignalId, Long> signals = new HashMap<>();
    Map<String, Long> activities = new HashMap<>();
    TreeMap<String, PersonHistory> sample = new TreeMap<>();
    Extent extent = Extent.NONE;
    while (findings.hasNext()) {
      Finding finding = findings.next();
      if (finding.frequency() != null) {
        add(finding.frequency(), signals, activities);
      } else if (finding.sampled() != null) {
        Samples.add(finding.sampled(), sample, options.mostSampled());
      } else {
        extent = extent.plus(finding.extent());
      }
    }
    // Whoever comes without a past has this at least.
    signals.put(new SignalId(SignalKind.ANYONE, ""), Math.max(2, extent.learners()));
    Vocabulary vocabulary =
        Vocabulary.of(signals, activities, options.mostSignals(), options.mostActivities());
    return new Survey(vocabulary, List.copyOf(sample.values()), extent);
  }

  private static void add(
      Frequency frequency, Map<SignalId, Long> signals, Map<String, Long> activities) {
    if (frequency.kind() == null) {
      activities.merge(frequency.subject(), frequency.people(), Long::sum);
    } else {
      SignalId id = new SignalId(frequency.kind(), frequency.subject());
      signals.merge(id, frequency.people(), Long::sum);
    }
  }
}
