package io.growthline.local.bench;

import io.growthline.features.rules.FeatureRules;
import io.growthline.recommend.rules.ContentPrior;
import io.growthline.recommend.rules.Memory;
import io.growthline.recommend.rules.Recommender;
import io.growthline.recommend.rules.Signal;
import io.growthline.recommend.rules.SignalId;
import io.growthline.recommend.rules.Signals;
import io.growthline.recommend.rules.TasteModel;
import io.growthline.recommend.rules.TasteModelFile;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.RuleBooks;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.reference.ModelAnnouncement;
import io.growthline.schemas.reference.Revision;
import io.growthline.training.fit.Example;
import io.growthline.training.fit.PersonHistory;
import io.growthline.training.fit.RidgeStatistics;
import io.growthline.training.fit.TasteFit;
import io.growthline.training.fit.TasteParameters;
import io.growthline.training.fit.Vocabulary;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Measures what it costs to make an employee's list anew when something of them has changed: in the
 * recommender as it is deployed, by a model that was fitted to the same people.
 */
final class RefreshBench {

  /** The first rounds, in which the JVM still compiles, are not reported. */
  private static final int WARM_UPS = 15;

  private static final int ROUNDS = 5;
  private static final int MOST_SIGNALS = 2_000;
  private static final long SEED = 11;
  private static final double NANOS_PER_MICRO = 1e3;
  private static final double MICROS = 1e6;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** What is mostly chosen. */
  private static final TasteParameters PARAMETERS =
      new TasteParameters(Memory.DEFAULT, 0.7, -0.5, 10);

  private final GeneratedCompany company;
  private final Revision revision;
  private final RuleBook book;

  /** Each person's newest vectors, one for each round. */
  private final List<List<FeatureVector>> vectors = new ArrayList<>();

  private final List<PersonHistory> histories = new ArrayList<>();

  private RefreshBench(int courses, int people) {
    company = new GeneratedCompany(courses);
    revision = company.ruleBook();
    book = RuleBooks.from(revision);
    GeneratedLives lives =
        new GeneratedLives(
            new GeneratedLearners(courses, SEED).take(people), new FeatureRules(book));
    for (int person = 0; person < people; person++) {
      List<FeatureVector> life = lives.vectors(person);
      histories.add(PersonHistory.of(life));
      vectors.add(List.copyOf(life.subList(life.size() - WARM_UPS - ROUNDS, life.size())));
    }
  }

  /**
   * What a refreshed list costs.
   *
   * @param courses to recommend from
   * @param people whose lists are made anew in each round
   * @param perCore employees refreshed in a second of this JVM's CPU time, round by round
   * @param cpuMicros this JVM's CPU time for each
   * @param operatorMicros that of the recommender's own thread alone
   * @param listMicrosP50 CPU of making the list alone, without state and serialisation
   * @param listMicrosP99 the same of the slowest in a hundred
   */
  record Result(
      int courses,
      int people,
      Spread perCore,
      double cpuMicros,
      double operatorMicros,
      double listMicrosP50,
      double listMicrosP99) {}

  /**
   * Measures.
   *
   * @param people whose lists are made anew
   * @param temporary an empty folder; the caller removes it afterwards
   */
  static Result measure(int courses, int people, Path temporary) throws Exception {
    return new RefreshBench(courses, people).measure(temporary);
  }

  private Result measure(Path temporary) throws Exception {
    Files.createDirectories(temporary);
    TasteModel model = fit();
    double[] perCore = new double[ROUNDS];
    double[] cpuMicros = new double[ROUNDS];
    double[] operatorMicros = new double[ROUNDS];
    try (FedRecommender recommender = FedRecommender.start(temporary)) {
      recommender.feed(revision, announce(model, temporary.resolve("model.bin")), change(0, 0));
      for (int round = -WARM_UPS; round < ROUNDS; round++) {
        Cost cost = refresh(recommender, round + WARM_UPS);
        if (round >= 0) {
          perCore[round] = MICROS / cost.cpuMicros();
          cpuMicros[round] = cost.cpuMicros();
          operatorMicros[round] = cost.operatorMicros();
        }
      }
    }
    double[] listMicros = listMicros(model);
    return new Result(
        company.courses(),
        vectors.size(),
        Spread.of(perCore),
        Spread.of(cpuMicros).median(),
        Spread.of(operatorMicros).median(),
        listMicros[listMicros.length / 2],
        listMicros[listMicros.length * 99 / 100]);
  }

  /** CPU for each list of a round. */
  private record Cost(double cpuMicros, double operatorMicros) {}

  private Cost refresh(FedRecommender recommender, int round) throws Exception {
    FedJob job = recommender.job();
    long lists = job.answers();
    long operator = job.cpuNanos();
    double process = ProcessCpu.seconds();
    for (int person = 0; person < vectors.size(); person++) {
      recommender.feed(change(person, round));
    }
    job.awaitAnswers(lists + vectors.size());
    double made = job.answers() - lists;
    return new Cost(
        (ProcessCpu.seconds() - process) * MICROS / made,
        (job.cpuNanos() - operator) / NANOS_PER_MICRO / made);
  }

  private FedRecommender.Change change(int person, int round) {
    FeatureVector vector = vectors.get(person).get(round);
    return new FedRecommender.Change(vector, company.progress(vector));
  }

  private TasteModel fit() {
    Vocabulary vocabulary = vocabulary();
    TasteFit fit = new TasteFit(vocabulary, PARAMETERS);
    RidgeStatistics statistics = fit.nothing();
    histories.forEach(person -> fit.add(person, statistics));
    return new TasteModel(
        "bench",
        PARAMETERS.memory(),
        vocabulary.signals(),
        vocabulary.activities(),
        TasteFit.rows(
            statistics.solve(
                PARAMETERS.ridge(), TasteFit.prior(vocabulary, new ContentPrior(book, today())))));
  }

  private Vocabulary vocabulary() {
    Signals signals = new Signals(PARAMETERS.memory());
    Map<SignalId, Long> havers = new HashMap<>();
    Map<String, Long> takers = new HashMap<>();
    for (PersonHistory person : histories) {
      Set<SignalId> had = new HashSet<>();
      for (Example example : person.examples()) {
        signals.of(example.known()).stream().map(Signal::id).forEach(had::add);
        example.taken().forEach(activity -> takers.merge(activity, 1L, Long::sum));
      }
      had.forEach(id -> havers.merge(id, 1L, Long::sum));
    }
    return Vocabulary.of(havers, takers, MOST_SIGNALS, company.courses());
  }

  private static ModelAnnouncement announce(TasteModel model, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      String sha256 = TasteModelFile.write(model, out);
      return new ModelAnnouncement(
          TasteModel.ID, model.version(), file.toUri().toString(), sha256, 0, 0, Map.of());
    }
  }

  private static int today() {
    return (int) LocalDate.now(ZoneOffset.UTC).toEpochDay();
  }

  /** CPU of one list after the other, in ascending order, when the JVM has compiled. */
  private double[] listMicros(TasteModel model) {
    Recommender recommender = new Recommender(book, model, today());
    double[] micros = new double[vectors.size()];
    for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
      for (int person = 0; person < micros.length; person++) {
        FedRecommender.Change change = change(person, round);
        long begin = THREADS.getCurrentThreadCpuTime();
        recommender.recommend(change.vector(), change.progress(), change.vector().asOf());
        micros[person] = (THREADS.getCurrentThreadCpuTime() - begin) / NANOS_PER_MICRO;
      }
    }
    Arrays.sort(micros);
    return micros;
  }
}
