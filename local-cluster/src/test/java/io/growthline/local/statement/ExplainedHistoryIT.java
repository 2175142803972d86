package io.growthline.local.statement;

import static io.growthline.local.ReplayedFolder.command;
import static io.growthline.local.ReplayedFolder.learning;
import static org.assertj.core.api.Assertions.assertThat;

import io.growthline.local.CommandRun;
import io.growthline.local.ReplayedFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two histories worked out by hand, told line by line. */
class ExplainedHistoryIT {

  private static final String RULES =
      """
      scheme:
        zone: Asia/Shanghai
        expiry: {months: 3}
        period: {kind: calendar-year, carryOver: 3}
      activities:
        - {id: culture, title: Company Culture, kind: course, category: required, credits: 2}
        - {id: mentoring, title: Mentoring, kind: practice, category: practice, credits: 5}
        - {id: lean, title: Lean Production, kind: course, category: elective, credits: 6}
        - {id: quiz, kind: course, category: elective, credits: 1, passScore: 0.6}
      rewards:
        - {id: voucher, cost: 3}
        - {id: overseas, cost: 0}
      goals:
        - {id: newcomer, title: Newcomer, kind: onboarding, requires: [{completed: [culture]}]}
        - {id: mentor, title: Mentor, kind: certification, requires: [{credits: {category: practice}, atLeast: 5}]}
        - {id: senior, title: Senior, kind: certification, requires: [{credits: total, atLeast: 100}]}
      """;

  private static final List<String> LEARNING =
      List.of(
          learning("l1", "li-na", "2025-01-10T02:00:00Z", "COMPLETED", "culture"),
          learning("l2", "li-na", "2025-02-01T02:00:00Z", "APPROVED", "mentoring"),
          learning("l3", "li-na", "2025-03-15T02:00:00Z", "REJECTED", "mentoring"),
          learning("l4", "li-na", "2025-11-01T02:00:00Z", "COMPLETED", "lean"),
          learning("l5", "li-na", "2025-11-02T02:00:00Z", "COMPLETED", "lean"),
          learning("l6", "li-na", "2026-01-20T02:00:00Z", "COMPLETED", "quiz"),
          learning("w1", "wang-wei", "2025-01-10T02:00:00Z", "APPROVED", "mentoring"),
          learning("w2", "wang-wei", "2025-05-01T02:00:00Z", "REJECTED", "mentoring"));

  private static final List<String> COMMANDS =
      List.of(
          redeem("r1", "2025-02-10T02:00:00Z", "voucher"),
          redeem("r2", "2025-02-15T02:00:00Z", "voucher"),
          redeem("r3", "2025-02-20T02:00:00Z", "voucher"),
          command("c1", "li-na", "2025-03-01T02:00:00Z", "CANCEL", "\"targetEventId\":\"r2\""),
          command(
              "a1",
              "li-na",
              "2025-10-05T02:00:00Z",
              "ADJUST",
              "\"credits\":4,\"category\":\"ELECTIVE\",\"reason\":\"helped in the workshop\""),
          redeem("r4", "2026-01-21T02:00:00Z", "overseas"));

  @TempDir static Path folder;
  private static Path lake;

  @BeforeAll
  static void replay() throws Exception {
    lake =
        new ReplayedFolder(folder, "2026-01-31T00:00:00Z").replay("out", RULES, LEARNING, COMMANDS);
  }

  @Test
  void everyKindOfPostingInPlainWords() {
    assertThat(explain("li-na"))
        .containsExactly(
            "Credits of li-na",
            "",
            "earned available balance",
            "Opening balance 0.00",
            "2025-01-10 Company Culture +2.00 +2.00 2.00",
            "2025-02-01 Mentoring +5.00 +5.00 7.00",
            "2025-02-10 Redeemed: voucher for 3 credits -3.00 4.00",
            "2025-02-15 Redeemed: voucher for 3 credits -3.00 1.00",
            "2025-03-01 Given back: voucher +3.00 4.00",
            // One of the five was spent: it is owed, and the adjustment pays it.
            "2025-03-15 Taken back: Mentoring of 2025-02-01 -5.00 -5.00 -1.00",
            "2025-10-05 Adjustment by hand: helped in the workshop +4.00 +4.00 3.00",
            "2025-11-01 Lean Production +6.00 +6.00 9.00",
            // Three of the nine are carried over, those that expire first.
            "2025-12-31 Not carried over into the next period -6.00 3.00",
            "2026-01-05 Expired: adjustment by hand of 2025-10-05 -3.00 0.00",
            "2026-01-20 quiz +1.00 +1.00 1.00",
            "",
            "Balance: 1.00 available of 13.00 earned (required 2.00, elective 11.00, practice 0.00)",
            "redeemed 3.00",
            "expired 3.00",
            "not carried over 6.00",
            "next to expire: 1.00 at the end of 2026-04-20",
            "",
            "Other requests:",
            "2025-02-20 request r3: not enough credits, 1 of 3 credits",
            "2026-01-21 request r4: granted, overseas for 0 credits",
            "",
            "Not credited, or less than usual:",
            "2025-11-02 Lean Production: earned before",
            "",
            "Reached:",
            "Newcomer, since 2025-01-10",
            // Kept, though the five credits are gone: nothing is missing.
            "Mentor, since 2025-02-01",
            "",
            "Still missing:",
            "Senior: credits(total) 13 of 100 credits, 87 short");
  }

  @Test
  void whatHasExpiredIsNotTakenTwice() {
    assertThat(explain("wang-wei"))
        .contains(
            "2025-01-10 Mentoring +5.00 +5.00 5.00",
            "2025-04-10 Expired: Mentoring of 2025-01-10 -5.00 0.00",
            "2025-05-01 Taken back: Mentoring of 2025-01-10 -5.00 -5.00 -5.00",
            "2025-05-01 Not asked back, gone before or forgiven: Mentoring +5.00 0.00",
            "Balance: 0.00 available of 0.00 earned (required 0.00, elective 0.00, practice 0.00)",
            "expired 5.00");
  }

  @Test
  void theSameTablesPassTheAudit() {
    CommandRun run = CommandRun.of("verify", lake.toString());
    assertThat(run.out())
        .containsExactly("2 employees, 15 postings, 1 open lots: nothing is wrong");
    assertThat(run.exitCode()).isZero();
  }

  private static String redeem(String id, String time, String reward) {
    return command(id, "li-na", time, "REDEEM", "\"rewardId\":\"" + reward + "\"");
  }

  private static List<String> explain(String employee) {
    CommandRun run = CommandRun.of("explain", "--employee", employee, "--lake", lake.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return run.out().stream().map(line -> line.strip().replaceAll(" +", " ")).toList();
  }
}
