package io.growthline.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.ledger.rules.LedgerFact;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.RuleBookFile;
import io.growthline.rulebook.RuleBooks;
import io.growthline.schemas.events.LearningEvent;
import io.growthline.schemas.events.LearningVerb;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.ledger.PostingKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Islands that crossed the date line went without a day, whose end still has to come. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // or it would never end
class SkippedDayTest {

  @Test
  void whatExpiresOnADayThatNeverWasExpiresWithTheDayBefore() {
    InMemoryLedger ledger =
        new InMemoryLedger("e", book("{zone: Pacific/Apia, expiry: {days: 10}}"));
    ledger.arrive(LedgerFact.of(completed("2011-12-20T12:00:00-10:00")));
    ledger.advanceTo(Instant.parse("2012-01-05T00:00:00Z").toEpochMilli());

    Posting last = ledger.postings().get(ledger.postings().size() - 1);
    assertThat(last.kind()).isEqualTo(PostingKind.EXPIRE);
    assertThat(Instant.ofEpochMilli(last.effectiveAt())).isEqualTo("2011-12-30T09:59:59.999Z");
    assertThat(ledger.balance().available()).isZero();
  }

  @Test
  void aYearWithoutItsLastDayEndsAllTheSame() {
    InMemoryLedger ledger =
        new InMemoryLedger(
            "e", book("{zone: Pacific/Kiritimati, period: {kind: calendar-year, carryOver: 1}}"));
    ledger.arrive(LedgerFact.of(completed("1994-12-20T12:00:00-10:00")));
    ledger.advanceTo(Instant.parse("1995-01-05T00:00:00Z").toEpochMilli());

    assertThat(ledger.postings())
        .extracting(Posting::kind)
        .containsExactly(PostingKind.EARN, PostingKind.CARRY_OVER);
    assertThat(ledger.balance().available()).isEqualTo(1_00);
  }

  private static RuleBook book(String scheme) {
    String yaml =
        """
        scheme: %s
        activities:
          - {id: a, kind: course, category: elective, credits: 5}
        """
            .formatted(scheme);
    return RuleBooks.from(RuleBookFile.read("rulebook.yaml", yaml.getBytes(UTF_8)).revision(1, 0));
  }

  private static LearningEvent completed(String at) {
    return new LearningEvent(
        "1",
        "lms",
        "e",
        OffsetDateTime.parse(at).toInstant().toEpochMilli(),
        LearningVerb.COMPLETED,
        "a",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
