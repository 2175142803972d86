package io.growthline.training;

import io.growthline.training.fit.Begun;
import io.growthline.training.fit.Past;
import io.growthline.training.fit.Picked;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.MapPartitionFunction;
import org.apache.flink.util.Collector;

/**
 * All that people began and took up, as much as one machine holds.
 *
 * @param sample people to learn from, in the order of their hashed ids
 * @param extent of what all people did
 */
record PastSurvey(List<Past> sample, Extent extent) {

  /** Puts the findings of all subtasks together. */
  static PastSurvey of(Iterator<PastFinding> findings, int mostSampled) {
    TreeMap<String, Past> sample = new TreeMap<>();
    Extent extent = Extent.NONE;
    while (findings.hasNext()) {
      PastFinding finding = findings.next();
      if (finding.sampled() != null) {
        Samples.add(finding.sampled().employeeId(), finding.sampled(), sample, mostSampled);
      } else {
        extent = extent.plus(finding.extent());
      }
    }
    return new PastSurvey(List.copyOf(sample.values()), extent);
  }

  /** What one subtask's people did. */
  static final class OfSubtask implements MapPartitionFunction<Past, PastFinding> {

    private static final long serialVersionUID = 1L;

    private final int mostSampled;

    OfSubtask(int mostSampled) {
      this.mostSampled = mostSampled;
    }

    @Override
    public void mapPartition(Iterable<Past> people, Collector<PastFinding> out) {
      TreeMap<String, Past> sample = new TreeMap<>();
      Extent extent = Extent.NONE;
      for (Past past : people) {
        extent = extent.plus(extentOf(past));
        if (!past.begun().isEmpty() || !past.picked().isEmpty()) {
          Samples.add(past.employeeId(), past, sample, mostSampled);
        }
      }
      sample.values().forEach(past -> out.collect(new PastFinding(past, null)));
      out.collect(new PastFinding(null, extent));
    }

    private static Extent extentOf(Past past) {
      LongStream instants =
          Stream.concat(
                  past.begun().stream().map(Begun::at), past.picked().stream().map(Picked::at))
              .mapToLong(Long::longValue);
      long from = instants.min().orElse(Long.MAX_VALUE);
      int examples = past.begun().size() + past.picked().size();
      return new Extent(
          1, examples == 0 ? 0 : 1, examples, past.begun().size(), from, past.until());
    }
  }
}
