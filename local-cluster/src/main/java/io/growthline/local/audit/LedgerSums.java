package io.growthline.local.audit;

import io.growthline.schemas.ledger.Category;
import io.growthline.schemas.ledger.Posting;
import io.growthline.schemas.ledger.PostingKind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one employee's postings add up to, hundredths of a credit. */
final class LedgerSums {

  /** What a posting is about: the kind of the first posting in the line of those it corrects. */
  private record Subject(Posting posting, PostingKind kind, boolean forgives) {}

  private final Map<String, Subject> subjects = new HashMap<>();
  private final Map<PostingKind, Long> availableByKind = new EnumMap<>(PostingKind.class);
  private final Map<Category, Long> earnedByCategory = new EnumMap<>(Category.class);
  private long earned;
  private long available;
  private long forgiven;

  private LedgerSums() {}

  static LedgerSums of(List<PostingRow> rows) {
    LedgerSums sums = new LedgerSums();
    rows.forEach(row -> sums.add(row.posting()));
    return sums;
  }

  private void add(Posting posting) {
    Subject subject = subjectOf(posting);
    subjects.put(posting.entryId(), subject);
    earned += posting.earnedChange();
    available += posting.availableChange();
    earnedByCategory.merge(posting.category(), posting.earnedChange(), Long::sum);
    availableByKind.merge(subject.kind(), posting.availableChange(), Long::sum);
    forgiven += subject.forgives() ? posting.availableChange() : 0;
  }

  private Subject subjectOf(Posting posting) {
    Subject corrected = posting.corrects() == null ? null : subjects.get(posting.corrects());
    if (corrected == null) {
      return new Subject(posting, posting.kind(), false);
    }
    boolean ofTheRequestItself =
        posting.kind() == PostingKind.CORRECT
            && corrected.posting().kind() == PostingKind.REDEEM
            && posting.causeSource().equals(corrected.posting().causeSource())
            && posting.causeEventId().equals(corrected.posting().causeEventId());
    return new Subject(posting, corrected.kind(), ofTheRequestItself || corrected.forgives());
  }

  /** What the balance must say, by column. */
  Map<String, Long> expected() {
    return Map.of(
        "earned", earned,
        "available", available,
        "required", earnedByCategory.getOrDefault(Category.REQUIRED, 0L),
        "elective", earnedByCategory.getOrDefault(Category.ELECTIVE, 0L),
        "practice", earnedByCategory.getOrDefault(Category.PRACTICE, 0L),
        "expired", lost(PostingKind.EXPIRE),
        "lapsed", lost(PostingKind.CARRY_OVER));
  }

  /**
   * Whether that much can have been spent. A reward counts with its full price, so what was
   * forgiven of it counts as well: unless it was given back since, which postings do not tell where
   * all of it was forgiven.
   */
  boolean allowsRedeemed(long redeemed) {
    long paid = lost(PostingKind.REDEEM);
    return redeemed >= Math.min(paid, paid + forgiven)
        && redeemed <= Math.max(paid, paid + forgiven);
  }

  /** What went by redeeming, with what came back. */
  long redeemed() {
    return lost(PostingKind.REDEEM);
  }

  /** Whether it is the id of one of the postings. */
  boolean hasPosting(String entryId) {
    return subjects.containsKey(entryId);
  }

  private long lost(PostingKind kind) {
    return -availableByKind.getOrDefault(kind, 0L);
  }
}
