package io.growthline.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.growthline.schemas.events.HrEvent;
import io.growthline.schemas.events.HrKind;
import io.growthline.schemas.tables.EmploymentInterval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmploymentHistoryTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private static final HrEvent HIRED =
      event("hired", HrKind.HIRED, "2026-01-01T20:00:00Z", "sales");
  private static final HrEvent MOVED =
      event("moved", HrKind.TRANSFERRED, "2026-03-01T00:00:00Z", "support");
  private static final HrEvent LEFT = event("left", HrKind.LEFT, "2026-05-01T00:00:00Z", null);

  @Test
  void eachEventEndsAnIntervalAndTheLastStaysOpen() {
    assertThat(told(HIRED, MOVED, LEFT))
        .extracting(
            EmploymentInterval::validFrom,
            EmploymentInterval::validTo,
            EmploymentInterval::employed,
            EmploymentInterval::jobId)
        .containsExactly(
            tuple(HIRED.effectiveAt(), MOVED.effectiveAt(), true, "sales"),
            tuple(MOVED.effectiveAt(), LEFT.effectiveAt(), true, "support"),
            tuple(LEFT.effectiveAt(), null, false, "support"));
  }

  @Test
  void theDayOfHireIsTheZonesWhereNoneIsGiven() {
    assertThat(told(HIRED))
        .extracting(EmploymentInterval::hiredOn)
        .containsExactly((int) LocalDate.parse("2026-01-02").toEpochDay());
  }

  @Test
  void theEarlierStatementUnderOneIdentityCounts() {
    HrEvent later = at(event("moved", HrKind.TRANSFERRED, "2026-02-01T00:00:00Z", "legal"), 9);
    HrEvent earlier = at(MOVED, 1);
    assertThat(told(HIRED, later, earlier).get(1).jobId()).isEqualTo("support");
    assertThat(told(HIRED, earlier, later).get(1).jobId()).isEqualTo("support");
  }

  @Test
  void aVoidTakesItsTargetOutAndIsNoStatementItself() {
    assertThat(told(HIRED, MOVED, voiding("moved")))
        .extracting(EmploymentInterval::jobId)
        .containsExactly("sales");
    assertThat(told(voiding("moved"))).isEmpty();
  }

  @Test
  void whereAllIsVoidThatIsTold() {
    assertThat(told(HIRED, voiding("hired")))
        .singleElement()
        .satisfies(
            nothing -> {
              assertThat(nothing.validFrom()).isEqualTo(HIRED.effectiveAt());
              assertThat(nothing.employed()).isFalse();
              assertThat(nothing.jobId()).isNull();
            });
  }

  @Test
  void theVersionCountsDistinctContentsAndRevisions() {
    EmploymentHistory history = new EmploymentHistory(KeyedStore.inMemory());
    assertThat(history.add(HIRED)).isTrue();
    assertThat(history.add(HIRED)).isFalse();
    assertThat(history.add(at(HIRED, 7))).isTrue();
    assertThat(history.add(at(HIRED, 7))).isFalse();
    assertThat(history.intervals("li-na", SHANGHAI, 3).get(0).version()).isEqualTo(3 + 2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void anyOrderWithRepetitionsTellsTheSame(long seed) {
    List<HrEvent> events = new ArrayList<>();
    Collections.addAll(events, HIRED, MOVED, LEFT, at(MOVED, 1), at(LEFT, 5), voiding("left"));
    List<EmploymentInterval> expected = told(events.toArray(HrEvent[]::new));
    events.addAll(events.subList(0, 3));
    Collections.shuffle(events, new Random(seed));
    assertThat(told(events.toArray(HrEvent[]::new))).isEqualTo(expected);
  }

  private static List<EmploymentInterval> told(HrEvent... events) {
    EmploymentHistory history = new EmploymentHistory(KeyedStore.inMemory());
    for (HrEvent event : events) {
      history.add(event);
    }
    return history.intervals("li-na", SHANGHAI, 1);
  }

  private static HrEvent voiding(String target) {
    return event("void-" + target, HrKind.PROFILE_UPDATED, 3, 3, null, target);
  }

  private static HrEvent event(String id, HrKind kind, String effectiveAt, String jobId) {
    return event(id, kind, 2, Instant.parse(effectiveAt).toEpochMilli(), jobId, null);
  }

  /** The same, stated at another time. */
  private static HrEvent at(HrEvent event, long occurredAt) {
    return event(
        event.eventId(), event.kind(), occurredAt, event.effectiveAt(), event.jobId(), null);
  }

  private static HrEvent event(
      String id, HrKind kind, long occurredAt, long effectiveAt, String jobId, String voids) {
    return new HrEvent(
        id,
        "hr",
        "li-na",
        occurredAt,
        kind,
        effectiveAt,
        jobId,
        null,
        null,
        null,
        null,
        null,
        voids,
        null,
        null);
  }
}
