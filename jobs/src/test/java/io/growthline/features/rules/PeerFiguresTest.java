package io.growthline.features.rules;

import static io.growthline.features.rules.Stated.LI_NA;
import static io.growthline.features.rules.Stated.measured;
import static io.growthline.features.rules.Stated.millis;
import static io.growthline.features.rules.Stated.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.growthline.facts.CreditStanding;
import io.growthline.schemas.events.HrKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an employee is compared by at a month's end: nothing that was stated after it. */
class PeerFiguresTest {

  /** The end of January in Shanghai. */
  private static final long JANUARY = millis("2026-01-31T15:59:59.999Z");

  private static final Statement HIRED =
      post(LI_NA, "h1", HrKind.HIRED, "north", "seller", "2026-01-05T04:00:00Z");

  private static PeerFigures figures(Statement... statements) {
    return PeerFigures.of(LI_NA, Stated.rules(), List.of(statements), JANUARY, 700);
  }

  @Test
  void theyAreOfTheTeamAndJobThen() {
    PeerFigures figures =
        figures(
            HIRED,
            post(LI_NA, "h2", HrKind.TRANSFERRED, "south", null, "2026-01-31T15:59:59.999Z"),
            post(LI_NA, "h3", HrKind.PROMOTED, "east", "manager", "2026-01-31T16:00:00Z"));
    assertThat(figures)
        .isEqualTo(new PeerFigures(LI_NA, JANUARY, "south", "seller", 700, Map.of()));
    assertThat(figures.memberships())
        .containsExactly(
            new Membership(
                new PeerGroup(PeerGroupKind.TEAM, "south", JANUARY), LI_NA, false, 0, Map.of()),
            new Membership(
                new PeerGroup(PeerGroupKind.JOB, "seller", JANUARY), LI_NA, false, 700, Map.of()));
  }

  @Test
  void whoHasLeftOrIsUnknownIsNobodysPeer() {
    assertThat(figures(HIRED, post(LI_NA, "h2", HrKind.LEFT, null, null, "2026-01-20T04:00:00Z")))
        .isNull();
    assertThat(figures(measured(LI_NA, "p1", "sales", 5, "2026-01-20T04:00:00Z"))).isNull();
  }

  @Test
  void whatIsDeclaredVoidLaterStoodThen() {
    Statement voided = Stated.peopleVoided("h2", "h1", "2026-02-01T04:00:00Z");
    assertThat(figures(HIRED, voided)).isEqualTo(figures(HIRED));
    assertThat(figures(HIRED, Stated.peopleVoided("h2", "h1", "2026-01-30T04:00:00Z"))).isNull();
  }

  @Test
  void metricsAreTurnedSoThatMoreIsBetter() {
    assertThat(
            figures(
                    HIRED,
                    measured(LI_NA, "p1", "sales", 5, "2026-01-20T04:00:00Z"),
                    measured(LI_NA, "p2", "complaints", 3, "2026-01-20T04:00:00Z"),
                    measured(LI_NA, "p3", "unheard-of", 3, "2026-01-20T04:00:00Z"),
                    measured(LI_NA, "p4", "sales", 50, "2026-02-20T04:00:00Z"))
                .metrics())
        .isEqualTo(Map.of("sales", 5.0, "complaints", -3.0));
  }

  @Test
  void onlyGroupsThatKnewOtherwiseAreTold() {
    PeerFigures known = figures(HIRED);
    PeerFigures moved =
        figures(post(LI_NA, "h1", HrKind.HIRED, "south", "seller", "2026-01-05T04:00:00Z"));
    assertThat(PeerFigures.changes(known, known)).isEmpty();
    assertThat(PeerFigures.changes(null, known)).isEqualTo(known.memberships());
    assertThat(PeerFigures.changes(known, moved))
        .containsExactly(moved.memberships().get(0), known.memberships().get(0).revoked());
    assertThat(PeerFigures.changes(known, null))
        .containsExactlyElementsOf(known.memberships().stream().map(Membership::revoked).toList());
  }

  @Test
  void aReplayTellsEachMonthAsItWas() {
    List<Statement> statements =
        List.of(
            post(LI_NA, "h2", HrKind.LEFT, null, null, "2026-03-20T04:00:00Z"),
            HIRED,
            post(LI_NA, "h3", HrKind.REHIRED, "south", null, "2026-05-20T04:00:00Z"));
    List<CreditStanding> standings =
        List.of(earned("2026-02-10T04:00:00Z", 300), earned("2026-01-10T04:00:00Z", 200));
    List<PeerFigures> told = new ArrayList<>();
    new PeerHistory(LI_NA, Stated.rules(), statements, standings)
        .tell(millis("2026-06-30T15:59:59.999Z"), told::add);
    assertThat(told)
        .extracting(PeerFigures::month, PeerFigures::teamId, PeerFigures::earned)
        .containsExactly(
            tuple(JANUARY, "north", 200L),
            tuple(millis("2026-02-28T15:59:59.999Z"), "north", 300L),
            tuple(millis("2026-05-31T15:59:59.999Z"), "south", 300L),
            tuple(millis("2026-06-30T15:59:59.999Z"), "south", 300L));
  }

  private static CreditStanding earned(String at, long earned) {
    return new CreditStanding(
        LI_NA, millis(at), 1, 1, earned, earned, 0, earned, 0, null, null, List.of(), null);
  }
}
