package io.growthline.recommend;

import io.growthline.facts.ErasedPeople;
import io.growthline.facts.Latest;
import io.growthline.facts.Sweep;
import io.growthline.facts.Sweeping;
import io.growthline.recommend.rules.Forecasts;
import io.growthline.recommend.rules.Recommender;
import io.growthline.recommend.rules.TasteModel;
import io.growthline.rulebook.Activity;
import io.growthline.rulebook.ActivityTerms;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.RuleBooks;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.recommendations.EmployeeRecommendations;
import io.growthline.schemas.recommendations.RecommendationEffect;
import io.growthline.schemas.reference.ModelAnnouncement;
import io.growthline.schemas.reference.Revision;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Keeps the newest that is known of an employee and makes their list: live soon after something has
 * changed, in a replay once at its end. Another rule book or model means a new list for everyone,
 * spread over a while.
 */
final class RecommendFunction
    extends KeyedBroadcastProcessFunction<
        String, RecommendInput, Guidance, Latest<EmployeeRecommendations>>
    implements CheckpointedFunction, Sweeping {

  private static final long serialVersionUID = 1;

  static final MapStateDescriptor<String, Revision> RULE_BOOK =
      new MapStateDescriptor<>("rule-book", Types.STRING, TypeInformation.of(Revision.class));
  static final MapStateDescriptor<String, ModelAnnouncement> MODELS =
      new MapStateDescriptor<>("models", Types.STRING, TypeInformation.of(ModelAnnouncement.class));
  static final OutputTag<RecommendationEffect> EFFECTS =
      new OutputTag<>("effects", TypeInformation.of(RecommendationEffect.class));

  private static final String CURRENT = "current";

  private final RecommendOptions options;

  private transient RecommendState state;
  private transient ErasedPeople erased;
  private transient ModelsInForce models;
  private transient RuleBook book;
  private transient Recommender recommender;
  private transient Forecasts forecasts;

  /** Null in a replay, which has all guidance before the first employee. */
  private transient Sweep sweep;

  RecommendFunction(RecommendOptions options) {
    this.options = options;
  }

  @Override
  public void wakeEmployeesWith(Sweep everyone) {
    sweep = everyone;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    erased = ErasedPeople.restore(options.erasureKey(), getRuntimeContext(), context);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    erased.save();
  }

  @Override
  public void open(OpenContext context) {
    state = new RecommendState(getRuntimeContext());
    models = new ModelsInForce(getRuntimeContext().getMetricGroup().counter("unreadableModels"));
  }

  @Override
  public void processElement(
      RecommendInput input, ReadOnlyContext context, Collector<Latest<EmployeeRecommendations>> out)
      throws Exception {
    if (input.erased() != null) {
      erase(context, out);
      return;
    }
    if (erased.include(context.getCurrentKey())) {
      return;
    }
    if (input.learning() != null) {
      happen(input.learning(), context);
      return;
    }
    keep(input);
    if (options.isReplay()) {
      context.timerService().registerEventTimeTimer(options.replayUntil());
    } else {
      tellSoon(context);
    }
  }

  private void happen(LearningEvent event, ReadOnlyContext context) throws Exception {
    RuleBook present = ruleBook(context.getBroadcastState(RULE_BOOK));
    Activity activity = present == null ? null : present.activity(event.activityId());
    ActivityTerms terms =
        activity == null ? null : activity.versions().at(present.dayOf(event.occurredAt()));
    state.effects().happen(event, terms, effect -> context.output(EFFECTS, effect));
  }

  private void keep(RecommendInput input) throws Exception {
    if (input.progress() != null) {
      state.progress(input.progress());
    } else {
      state.vector(input.vector());
    }
  }

  private void erase(ReadOnlyContext context, Collector<Latest<EmployeeRecommendations>> out)
      throws Exception {
    String employeeId = context.getCurrentKey();
    erased.add(employeeId);
    if (!options.isReplay()) {
      if (state.tellingAt() != null) {
        context.timerService().deleteProcessingTimeTimer(state.tellingAt());
      }
      out.collect(Latest.none(employeeId));
    }
    state.clear();
  }

  private void tellSoon(ReadOnlyContext context) throws Exception {
    if (state.tellingAt() == null) {
      long soon = context.timerService().currentProcessingTime() + options.delay().toMillis();
      long due = isTooSoon(soon) ? state.toldAt() + options.interval().toMillis() : soon;
      context.timerService().registerProcessingTimeTimer(due);
      state.tellingAt(due);
    }
  }

  private boolean isTooSoon(long instant) throws Exception {
    Long told = state.toldAt();
    return told != null && instant < told + options.interval().toMillis();
  }

  @Override
  public void processBroadcastElement(
      Guidance guidance, Context context, Collector<Latest<EmployeeRecommendations>> out)
      throws Exception {
    boolean isNew =
        guidance.model() != null ? announce(guidance.model(), context) : publish(guidance, context);
    if (isNew && sweep != null) {
      sweep.wake(context, options.sweepSpread(), RecommendState.VECTOR);
    }
  }

  private static boolean announce(ModelAnnouncement model, Context context) throws Exception {
    if (!ModelsInForce.isUsed(model.modelId())) {
      return false;
    }
    context.getBroadcastState(MODELS).put(model.modelId(), model);
    return true;
  }

  private static boolean publish(Guidance guidance, Context context) throws Exception {
    BroadcastState<String, Revision> revisions = context.getBroadcastState(RULE_BOOK);
    Revision known = revisions.get(CURRENT);
    boolean isNew =
        known == null || known.manifest().ordinal() < guidance.revision().manifest().ordinal();
    if (isNew) {
      revisions.put(CURRENT, guidance.revision());
    }
    return isNew;
  }

  @Override
  public void onTimer(
      long timestamp, OnTimerContext context, Collector<Latest<EmployeeRecommendations>> out)
      throws Exception {
    long now = context.timerService().currentProcessingTime();
    Long telling = state.tellingAt();
    if (telling != null && telling <= now) {
      state.tellingAt(null);
    }
    FeatureVector vector = state.vector();
    if (vector == null) {
      return;
    }
    if (isTooSoon(now)) {
      // Woken for the second new model or rule book in a row.
      tellSoon(context);
      return;
    }
    if (!prepare(context, now)) {
      return;
    }
    EmployeeRecommendations list =
        forecasts.tell(recommender.recommend(vector, state.progress(), listedAt(now)), vector);
    out.collect(new Latest<>(vector.employeeId(), list));
    if (options.isReplay()) {
      state.clear();
    } else {
      state.toldAt(now);
      state
          .effects()
          .list(list, shownAt(vector, context), effect -> context.output(EFFECTS, effect));
    }
  }

  /**
   * From which instant of event time on a list can have had an effect: not before the vector that
   * it is made of, nor before its model was announced, which reaches people of whom nothing new was
   * heard. That is no later than event time has come, which is seconds behind, or more where the
   * past is caught up with.
   */
  private static long shownAt(FeatureVector vector, OnTimerContext context) throws Exception {
    ModelAnnouncement model = context.getBroadcastState(MODELS).get(TasteModel.ID);
    return model == null
        ? vector.asOf()
        : Math.max(
            vector.asOf(),
            Math.min(model.announcedAt(), context.timerService().currentWatermark()));
  }

  private long listedAt(long now) {
    return options.isReplay() ? options.replayUntil() : now;
  }

  /** Goes by the present rule book, models and day; false: there is no rule book yet. */
  private boolean prepare(ReadOnlyContext context, long now) throws Exception {
    RuleBook present = ruleBook(context.getBroadcastState(RULE_BOOK));
    if (present == null) {
      return false;
    }
    models.update(context.getBroadcastState(MODELS), now);
    int today = present.dayOf(listedAt(now));
    if (recommender == null || !recommender.isFor(present, models.taste(), today)) {
      recommender = new Recommender(present, models.taste(), today);
    }
    if (forecasts == null
        || !forecasts.isFor(present, models.completion(), models.format(), today)) {
      forecasts = new Forecasts(present, models.completion(), models.format(), today);
    }
    return true;
  }

  private RuleBook ruleBook(ReadOnlyBroadcastState<String, Revision> revisions) throws Exception {
    Revision revision = revisions.get(CURRENT);
    if (revision != null && (book == null || book.ordinal() != revision.manifest().ordinal())) {
      book = RuleBooks.from(revision);
    }
    return book;
  }
}
