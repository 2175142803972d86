package io.growthline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.facts.CreditStanding;
import io.growthline.features.rules.FeatureRules;
import io.growthline.features.rules.Restated;
import io.growthline.ledger.rules.LedgerFact;
import io.growthline.oracle.GeneratedHistory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/**
 * What had been earned by a day's end, by what had been stated by then, is found from what the
 * ledger says later: it is what a ledger says that was told no more.
 */
class EarnedByMonthsEndTest {

  private static final String EMPLOYEE = "e";

  private static final Comparator<LedgerFact> ORDER_OF_STATEMENT =
      Comparator.comparingLong((LedgerFact fact) -> fact.event().occurredAt())
          .thenComparing(LedgerFact.EFFECTIVE_ORDER);

  @Provide
  Arbitrary<GeneratedHistory> histories() {
    return GeneratedHistory.any();
  }

  @Property
  void itIsFoundWhenStatementsComeInOrder(
      @ForAll("histories") GeneratedHistory generated, @ForAll long seed) {
    Random random = new Random(seed);
    List<LedgerFact> facts = LedgerChecks.arrivals(generated.history(), random);
    facts.sort(ORDER_OF_STATEMENT);
    int lastDay = lastDay(generated, random);
    long found = found(generated, facts, lastDay);
    assertThat(found).isEqualTo(known(generated, facts, lastDay));
    long unaware = unaware(generated, facts, lastDay);
    Statistics.label("a later statement acts before").collect(found != unaware);
  }

  /**
   * Not always: how much something earns that comes late may depend on a void or a change of job
   * that was stated after the day, and came before.
   */
  @Property
  void itIsFoundNearlyAlwaysWhenTheyComeInAnyOrder(
      @ForAll("histories") GeneratedHistory generated, @ForAll long seed) {
    Random random = new Random(seed);
    List<LedgerFact> facts = LedgerChecks.arrivals(generated.history(), random);
    int lastDay = lastDay(generated, random);
    boolean same = found(generated, facts, lastDay) == known(generated, facts, lastDay);
    Statistics.label("found")
        .collect(same)
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 90));
  }

  /** One of the last 31 days of a history. */
  private static int lastDay(GeneratedHistory generated, Random random) {
    return new FeatureRules(generated.book()).dayOf(generated.until()) - random.nextInt(31);
  }

  private static long found(GeneratedHistory generated, List<LedgerFact> facts, int lastDay) {
    InMemoryLedger ledger = new InMemoryLedger(EMPLOYEE, generated.book());
    List<Restated> restated = new ArrayList<>();
    CreditStanding newest = CreditStanding.nothing(EMPLOYEE);
    for (LedgerFact fact : facts) {
      ledger.arrive(fact);
      if (ledger.standing() != null) {
        Restated change = Restated.between(newest, ledger.standing());
        if (change != null) {
          restated.add(change);
        }
        newest = ledger.standing();
      }
    }
    return newest.earnedUntil(lastDay)
        - restated.stream()
            .filter(change -> change.statedOn() > lastDay)
            .mapToLong(change -> change.until(lastDay))
            .sum();
  }

  /** What a ledger says that was told what had been stated by then. */
  private static long known(GeneratedHistory generated, List<LedgerFact> facts, int lastDay) {
    FeatureRules rules = new FeatureRules(generated.book());
    InMemoryLedger ledger = new InMemoryLedger(EMPLOYEE, generated.book());
    facts.stream()
        .filter(fact -> rules.dayOf(fact.event().occurredAt()) <= lastDay)
        .forEach(ledger::arrive);
    return ledger.standing() == null ? 0 : ledger.standing().earned();
  }

  /** What a ledger says of that day's end that was told everything. */
  private static long unaware(GeneratedHistory generated, List<LedgerFact> facts, int lastDay) {
    InMemoryLedger ledger = new InMemoryLedger(EMPLOYEE, generated.book());
    facts.forEach(ledger::arrive);
    return ledger.standing() == null ? 0 : ledger.standing().earnedUntil(lastDay);
  }
}
