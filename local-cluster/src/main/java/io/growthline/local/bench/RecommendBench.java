package io.growthline.local.bench;

import io.growthline.recommend.rules.Ranking;
import io.growthline.training.fit.Choice;
import io.growthline.training.fit.Interactions;
import io.growthline.training.fit.Popularity;
import io.growthline.training.fit.Scorer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Measures what fitting the recommender and asking it costs, beside its rivals, and what a list
 * costs in the job.
 */
public final class RecommendBench {

  private static final int RECOMMENDED = 10;
  private static final int WARM_UPS = 10_000;
  private static final int ASKED = 5_000;
  private static final long SEED = 7;
  private static final double NANOS = 1e9;
  private static final double NANOS_PER_MICRO = 1e3;
  private static final double BYTES_PER_MB = 1024.0 * 1024;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private RecommendBench() {}

  /**
   * What one recommender costs.
   *
   * @param courses to recommend from
   * @param recommender its name
   * @param fitCpuSeconds CPU of fitting it
   * @param peakHeapMb heap at its fullest while it was fitted, garbage and the data included
   * @param scoreMicrosP50 CPU of scoring all courses for an employee and picking the best ten
   * @param scoreMicrosP99 the same of the slowest in a hundred
   */
  public record Result(
      int courses,
      String recommender,
      double fitCpuSeconds,
      double peakHeapMb,
      double scoreMicrosP50,
      double scoreMicrosP99) {}

  /**
   * Measures once.
   *
   * @param courses how many there are, one number for each table
   * @param people from whom is learned
   * @param refreshed people whose lists are made anew in the job
   * @param temporary an empty folder; the caller removes it afterwards
   */
  public static RecommendReport measure(
      List<Integer> courses, int people, int refreshed, Path temporary) throws Exception {
    List<Result> results = new ArrayList<>();
    List<RefreshBench.Result> refreshes = new ArrayList<>();
    for (int each : courses) {
      refreshes.add(RefreshBench.measure(each, refreshed, temporary.resolve("refresh-" + each)));
      Interactions interactions = new GeneratedLearners(each, SEED).take(people);
      recommenders().forEach((name, fit) -> results.add(measure(name, fit, interactions)));
    }
    return new RecommendReport(people, results, refreshes);
  }

  private static Map<String, Function<Interactions, Scorer>> recommenders() {
    Choice usual = Choice.usual();
    Map<String, Function<Interactions, Scorer>> recommenders = new LinkedHashMap<>();
    recommenders.put("growthline", usual.recommender()::fit);
    recommenders.put("ease", usual.ease()::fit);
    recommenders.put("itemKnn", usual.itemKnn()::fit);
    recommenders.put("popularity", Popularity::fit);
    return recommenders;
  }

  private static Result measure(
      String name, Function<Interactions, Scorer> fit, Interactions people) {
    System.gc();
    heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    long begin = THREADS.getCurrentThreadCpuTime();
    Scorer scorer = fit.apply(people);
    double fitSeconds = (THREADS.getCurrentThreadCpuTime() - begin) / NANOS;
    double peak = heapPools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    double[] micros = scoring(scorer, people);
    return new Result(
        people.items(),
        name,
        fitSeconds,
        peak / BYTES_PER_MB,
        micros[ASKED / 2],
        micros[ASKED * 99 / 100]);
  }

  private static List<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  /** CPU of one employee after the other, in ascending order, when the JVM has compiled. */
  private static double[] scoring(Scorer scorer, Interactions people) {
    double[] micros = new double[ASKED];
    for (int call = -WARM_UPS; call < ASKED; call++) {
      int[] history = people.history(Math.floorMod(call, people.people()));
      long begin = THREADS.getCurrentThreadCpuTime();
      recommend(scorer, history);
      long nanos = THREADS.getCurrentThreadCpuTime() - begin;
      if (call >= 0) {
        micros[call] = nanos / NANOS_PER_MICRO;
      }
    }
    Arrays.sort(micros);
    return micros;
  }

  private static int[] recommend(Scorer scorer, int[] history) {
    double[] scores = scorer.scores(history);
    for (int taken : history) {
      scores[taken] = Double.NEGATIVE_INFINITY;
    }
    return Ranking.best(scores, RECOMMENDED);
  }
}
