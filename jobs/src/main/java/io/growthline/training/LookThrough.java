package io.growthline.training;

import io.growthline.recommend.rules.Memory;
import io.growthline.recommend.rules.Signal;
import io.growthline.recommend.rules.SignalId;
import io.growthline.recommend.rules.Signals;
import io.growthline.training.fit.Example;
import io.growthline.training.fit.PersonHistory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.MapPartitionFunction;
import org.apache.flink.util.Collector;

/** What one subtask's histories hold: frequencies, a sample, the extent. */
final class LookThrough implements MapPartitionFunction<PersonHistory, Finding> {

  private static final long serialVersionUID = 1L;

  /** The slowest memories: whatever the parameters will be, there are no further signals. */
  private static final Memory ALL = new Memory(1, 1);

  private final int mostSampled;

  LookThrough(int mostSampled) {
    this.mostSampled = mostSampled;
  }

  @Override
  public void mapPartition(Iterable<PersonHistory> people, Collector<Finding> out) {
    Signals signals = new Signals(ALL);
    Map<SignalId, Long> havers = new HashMap<>();
    Map<String, Long> takers = new HashMap<>();
    TreeMap<String, PersonHistory> sample = new TreeMap<>();
    Extent extent = Extent.NONE;
    for (PersonHistory person : people) {
      extent = extent.plus(extentOf(person));
      countSignals(person, signals, havers);
      for (Example example : person.examples()) {
        example.taken().forEach(activity -> takers.merge(activity, 1L, Long::sum));
      }
      Samples.add(person, sample, mostSampled);
    }
    havers.forEach(
        (id, count) -> out.collect(Finding.of(new Frequency(id.kind(), id.subject(), count))));
    takers.forEach((id, count) -> out.collect(Finding.of(new Frequency(null, id, count))));
    sample.values().forEach(person -> out.collect(Finding.of(person)));
    out.collect(Finding.of(extent));
  }

  private static void countSignals(
      PersonHistory person, Signals signals, Map<SignalId, Long> havers) {
    Set<SignalId> had = new HashSet<>();
    for (Example example : person.examples()) {
      if (example.known() != null) {
        signals.of(example.known()).stream().map(Signal::id).forEach(had::add);
      }
    }
    had.forEach(id -> havers.merge(id, 1L, Long::sum));
  }

  private static Extent extentOf(PersonHistory person) {
    boolean learner = !person.examples().isEmpty();
    return new Extent(
        1,
        learner ? 1 : 0,
        person.examples().size(),
        person.takings(),
        learner ? person.examples().get(0).at() : Long.MAX_VALUE,
        person.until());
  }
}
