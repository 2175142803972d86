package io.growthline.recommend;

import io.growthline.rulebook.ActivityTerms;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.recommendations.EffectKind;
import io.growthline.schemas.recommendations.EmployeeRecommendations;
import io.growthline.schemas.recommendations.RecommendationEffect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.MapState;

/**
 * What becomes of an employee's recommendations: what was shown, and what of it was viewed,
 * enrolled in and completed thereafter, each told once.
 *
 * @param shown by activity, of the present employee
 */
record Effects(MapState<String, Shown> shown) {

  /** Later it is no more the recommendation's doing. */
  private static final long WINDOW_MILLIS = Duration.ofDays(30).toMillis();

  /** Notes a list, as of an instant of the employee's event time. */
  void list(EmployeeRecommendations list, long asOf, Consumer<RecommendationEffect> effects)
      throws Exception {
    forget(asOf);
    for (int i = 0; i < list.items().size(); i++) {
      String activityId = list.items().get(i).activityId();
      Shown before = shown.get(activityId);
      if (before != null && Objects.equals(before.modelVersion(), list.modelVersion())) {
        if (asOf > before.listedAt()) {
          shown.put(activityId, before.listedAgain(asOf));
        }
      } else {
        Shown now = new Shown(list.modelVersion(), i + 1, asOf, asOf, false, false, false);
        shown.put(activityId, now);
        effects.accept(effect(list.employeeId(), activityId, now, EffectKind.SHOWN, asOf));
      }
    }
  }

  private void forget(long asOf) throws Exception {
    List<String> past = new ArrayList<>();
    for (Map.Entry<String, Shown> entry : shown.entries()) {
      if (asOf - entry.getValue().listedAt() > WINDOW_MILLIS) {
        past.add(entry.getKey());
      }
    }
    for (String activityId : past) {
      shown.remove(activityId);
    }
  }

  /**
   * Notes an event, which is the effect of a list that was there before it.
   *
   * @param terms of the activity then; null: none are known
   */
  void happen(LearningEvent event, ActivityTerms terms, Consumer<RecommendationEffect> effects)
      throws Exception {
    Shown before = shown.get(event.activityId());
    if (before == null
        || event.occurredAt() <= before.shownAt()
        || event.occurredAt() - before.listedAt() > WINDOW_MILLIS) {
      return;
    }
    EffectKind kind = kind(event, terms);
    Shown after = after(before, kind);
    if (!after.equals(before)) {
      shown.put(event.activityId(), after);
      effects.accept(
          effect(event.employeeId(), event.activityId(), after, kind, event.occurredAt()));
    }
  }

  private static EffectKind kind(LearningEvent event, ActivityTerms terms) {
    boolean passes = terms == null || terms.passes(event.score());
    return switch (event.verb()) {
      case VIEWED -> EffectKind.VIEWED;
      case ENROLLED -> EffectKind.ENROLLED;
      case COMPLETED, APPROVED -> passes ? EffectKind.COMPLETED : EffectKind.UNKNOWN;
      default -> EffectKind.UNKNOWN;
    };
  }

  private static Shown after(Shown s, EffectKind kind) {
    return new Shown(
        s.modelVersion(),
        s.rank(),
        s.shownAt(),
        s.listedAt(),
        s.viewed() || kind == EffectKind.VIEWED,
        s.enrolled() || kind == EffectKind.ENROLLED,
        s.completed() || kind == EffectKind.COMPLETED);
  }

  private static RecommendationEffect effect(
      String employeeId, String activityId, Shown shown, EffectKind kind, long at) {
    String effectId =
        String.join(
            "@",
            employeeId,
            activityId,
            shown.modelVersion() == null ? "" : shown.modelVersion(),
            Long.toString(shown.shownAt()),
            kind.name());
    return new RecommendationEffect(
        effectId,
        employeeId,
        activityId,
        shown.modelVersion(),
        kind,
        shown.rank(),
        shown.shownAt(),
        at);
  }
}
