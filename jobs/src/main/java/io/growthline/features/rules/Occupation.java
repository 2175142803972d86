package io.growthline.features.rules;

import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.HrKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;

/**
 * What people events say of an employee at one instant. Null parts are unknown.
 *
 * @param employed whether the employment has not ended
 * @param hiredOn first day of employment
 * @param jobSince first day in the present job
 * @param preferredFormats best first
 */
record Occupation(
    boolean employed,
    String jobId,
    String grade,
    String teamId,
    Integer hiredOn,
    Integer jobSince,
    List<String> preferredFormats) {

  private static final Occupation UNKNOWN =
      new Occupation(true, null, null, null, null, null, List.of());

  private static final Comparator<HrEvent> BY_EFFECT =
      Comparator.comparingLong(HrEvent::effectiveAt)
          .thenComparingLong(HrEvent::occurredAt)
          .thenComparing(HrEvent::eventId)
          .thenComparing(HrEvent::source);

  /**
   * What stands together at an instant.
   *
   * @param events none of them void
   * @param instant epoch milliseconds
   * @param dayOf the local day of an instant
   */
  static Occupation at(List<HrEvent> events, long instant, ToIntFunction<Long> dayOf) {
    List<HrEvent> inEffect = new ArrayList<>(events);
    inEffect.removeIf(event -> event.effectiveAt() > instant);
    inEffect.sort(BY_EFFECT);
    Occupation occupation = UNKNOWN;
    for (HrEvent event : inEffect) {
      occupation = occupation.after(event, dayOf.applyAsInt(event.effectiveAt()));
    }
    return occupation;
  }

  private Occupation after(HrEvent event, int day) {
    boolean joins = event.kind() == HrKind.HIRED || event.kind() == HrKind.REHIRED;
    boolean leaves = event.kind() == HrKind.LEFT;
    String newJob = newest(event.jobId(), jobId);
    Integer knownHire = newest(event.hiredOn(), hiredOn);
    return new Occupation(
        joins || (employed && !leaves),
        newJob,
        newest(event.grade(), grade),
        newest(event.teamId(), teamId),
        knownHire == null && joins ? Integer.valueOf(day) : knownHire,
        Objects.equals(newJob, jobId) ? jobSince : Integer.valueOf(day),
        newest(event.preferredFormats(), preferredFormats));
  }

  private static <T> T newest(T given, T known) {
    return given != null ? given : known;
  }
}
