package io.growthline.ledger;

import static io.growthline.ledger.SampleFacts.completed;
import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.RuleBookFile;
import io.growthline.rulebook.RuleBooks;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** One person may have tens of thousands of facts: a shared login, a machine that reports. */
class ManyFactsTest {

  private static final String RULES =
      """
      scheme: {zone: Europe/Berlin, history: {months: 120}}
      activities:
        - {id: quiz, kind: course, category: elective, credits: 0.01, repeat: each}
      """;

  private static final String GOALS =
      """
      goals:
        - {id: g1, kind: reward, requires: [{credits: total, atLeast: 90000, within: {days: 30}}]}
        - {id: g2, kind: reward, requires: [{credits: total, atLeast: 90000, within: month}]}
      """;

  private static final int FACTS = 20_000;
  private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
  private static final Duration APART = Duration.ofHours(2);

  @Test
  void whatIsLongOverCostsAWindowNothing() {
    cpuMillis(RULES + GOALS, FACTS / 4);
    long without = cpuMillis(RULES, FACTS);
    long with = cpuMillis(RULES + GOALS, FACTS);
    System.out.println("without windows: " + without + " ms, with: " + with + " ms");
    assertThat(with).isLessThan(3 * without);
  }

  /** CPU time of folding so many facts of one person. */
  private static long cpuMillis(String rules, int facts) {
    RuleBook book =
        RuleBooks.from(
            RuleBookFile.read("rulebook.yaml", rules.getBytes(StandardCharsets.UTF_8))
                .revision(1, 0));
    InMemoryLedger ledger = new InMemoryLedger("li-na", book);
    for (int i = 0; i < facts; i++) {
      ledger.store(completed("e" + i, "quiz", START.plus(APART.multipliedBy(i)).toString()));
    }
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    ledger.settle(START.plus(APART.multipliedBy(facts)).toEpochMilli());
    assertThat(ledger.balance().earned()).isEqualTo(facts);
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1_000_000;
  }
}
