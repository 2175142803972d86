package io.growthline.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.oracle.OracleResult.Cause;
import io.growthline.oracle.OracleResult.Verdict;
import io.growthline.rulebook.ReadResult;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.RuleBookFile;
import io.growthline.rulebook.RuleBooks;
import io.growthline.schemas.avro.ContentHash;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.ledger.Direction;
import io.growthline.schemas.ledger.Outcome;
import io.growthline.schemas.ledger.PostingKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The generated company must hold what it is made for, or tests that use it would prove little. */
class ManyEmployeesTest {

  private static final ManyEmployees COMPANY = ManyEmployees.make(500, 7);

  @Test
  void theRuleBookIsValid() {
    assertThat(read().problems()).noneMatch(problem -> problem.toString().contains("error"));
    assertThat(read().hasErrors()).isFalse();
  }

  @Test
  void theSameSeedMakesTheSameCompany() {
    assertThat(ManyEmployees.make(500, 7)).isEqualTo(COMPANY);
    assertThat(ManyEmployees.make(500, 8)).isNotEqualTo(COMPANY);
  }

  @Test
  void nothingHappensAfterTheEndOfTheClock() {
    assertThat(COMPANY.byId().values())
        .allMatch(history -> history.newest() <= ManyEmployees.UNTIL);
  }

  @Test
  void itHoldsVoidsThatComeBeforeTheirTarget() {
    int early = 0;
    for (History history : COMPANY.byId().values()) {
      Map<Cause, LearningEvent> events = new HashMap<>();
      history.learning().forEach(event -> events.put(Facts.cause(event), event));
      for (LearningEvent event : history.learning()) {
        LearningEvent target = events.get(new Cause(event.source(), event.voidsEventId()));
        if (event.verb() == LearningVerb.VOIDED
            && target != null
            && target.occurredAt() > event.occurredAt()) {
          early++;
        }
      }
    }
    assertThat(early).isGreaterThan(50);
  }

  @Test
  void everyOutcomeOccurs() {
    RuleBook book = RuleBooks.from(read().revision(1, 0));
    Oracle oracle = new Oracle(event -> ContentHash.of((Record) event));
    List<Outcome> outcomes = new ArrayList<>();
    Set<PostingKind> postings = EnumSet.noneOf(PostingKind.class);
    Set<Direction> directions = EnumSet.noneOf(Direction.class);
    Set<String> goals = new HashSet<>();
    int duplicates = 0;
    for (History history : COMPANY.byId().values()) {
      OracleResult result =
          oracle.judge(
              book,
              history.hr(),
              history.learning(),
              history.commands(),
              Map.of(),
              ManyEmployees.UNTIL);
      result.decisions().stream().map(Verdict::outcome).forEach(outcomes::add);
      result.postings().forEach(posting -> postings.add(posting.kind()));
      result.edges().forEach(edge -> directions.add(edge.direction()));
      result.edges().forEach(edge -> goals.add(edge.goalId()));
      duplicates += result.duplicates();
    }
    assertThat(new HashSet<>(outcomes))
        .containsExactlyInAnyOrder(
            Outcome.CAPPED,
            Outcome.BELOW_PASS_SCORE,
            Outcome.NOT_ELIGIBLE,
            Outcome.NOT_EMPLOYED,
            Outcome.NOT_OFFERED,
            Outcome.ALREADY_EARNED,
            Outcome.VERB_DOES_NOT_EARN,
            Outcome.CONFLICT,
            Outcome.VOIDED,
            Outcome.APPROVED,
            Outcome.INSUFFICIENT_CREDITS,
            Outcome.LIMIT_REACHED,
            Outcome.UNKNOWN_TARGET);
    assertThat(postings)
        .containsExactlyInAnyOrder(
            PostingKind.EARN,
            PostingKind.REVERSE,
            PostingKind.REDEEM,
            PostingKind.CANCEL,
            PostingKind.ADJUST,
            PostingKind.EXPIRE,
            PostingKind.CARRY_OVER,
            PostingKind.CORRECT);
    assertThat(directions).containsExactlyInAnyOrder(Direction.REACHED, Direction.LOST);
    assertThat(goals).hasSize(book.goals().size());
    assertThat(duplicates).isGreaterThan(100);
  }

  private static ReadResult read() {
    return RuleBookFile.read(
        "rulebook.yaml", ManyEmployees.ruleBookYaml().getBytes(StandardCharsets.UTF_8));
  }
}
