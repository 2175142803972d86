package io.growthline.oracle;

import io.growthline.rulebook.ActivityKind;
import io.growthline.rulebook.ActivityTerms;
import io.growthline.rulebook.Cap;
import io.growthline.rulebook.Offer;
import io.growthline.rulebook.Repeat;
import io.growthline.rulebook.SkillLevel;
import io.growthline.rulebook.Versions;
import io.growthline.rulebook.Window;
import io.growthline.schemas.ledger.Category;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Writes an activity's terms down key by key; every key has the rule book's default. */
public final class ActivityDraft {

  private final ActivityKind kind;
  private Category category;
  private Long credits;
  private Offer offer = Offer.ALWAYS;
  private List<String> tags = List.of();
  private List<SkillLevel> skills = List.of();
  private List<String> jobs = List.of();
  private Repeat repeat;
  private Cap cap;
  private BigDecimal passScore;
  private boolean candidate;

  private ActivityDraft(ActivityKind kind, Category category, Repeat repeat) {
    this.kind = kind;
    this.category = category;
    this.repeat = repeat;
  }

  /** An elective course without credits yet. */
  public static ActivityDraft course() {
    return new ActivityDraft(ActivityKind.COURSE, Category.ELECTIVE, Repeat.ONCE);
  }

  /** A practice without credits yet. */
  public static ActivityDraft practice() {
    return new ActivityDraft(ActivityKind.PRACTICE, Category.PRACTICE, Repeat.EACH);
  }

  /** Sets the category; null: no dated value is in force yet. */
  public ActivityDraft category(Category value) {
    category = value;
    return this;
  }

  /** Sets the credits, with at most two fraction digits; null: no dated value is in force yet. */
  public ActivityDraft credits(String value) {
    credits = value == null ? null : hundredths(value);
    return this;
  }

  public ActivityDraft offered(Offer value) {
    offer = value;
    return this;
  }

  public ActivityDraft tags(String... values) {
    tags = List.of(values);
    return this;
  }

  public ActivityDraft skill(String skill, int level) {
    skills = List.of(new SkillLevel(skill, level));
    return this;
  }

  public ActivityDraft jobs(String... values) {
    jobs = List.of(values);
    return this;
  }

  public ActivityDraft repeat(Repeat value) {
    repeat = value;
    return this;
  }

  public ActivityDraft cap(String value, Window per) {
    cap = new Cap(hundredths(value), per);
    return this;
  }

  public ActivityDraft passScore(String value) {
    passScore = new BigDecimal(value);
    return this;
  }

  public ActivityDraft candidate() {
    candidate = true;
    return this;
  }

  /**
   * The terms as in force from one day on.
   *
   * @param from days since 1970-01-01, or {@link Versions#START}
   */
  ActivityTerms from(String id, int from) {
    String since = from == Versions.START ? "start" : LocalDate.ofEpochDay(from).toString();
    return new ActivityTerms(
        id + "@" + since + "#00000000",
        kind,
        category,
        credits,
        offer,
        tags,
        skills,
        jobs,
        repeat,
        cap,
        passScore,
        Map.of("en", id),
        null,
        List.of(),
        BigDecimal.ZERO,
        null,
        candidate);
  }

  static long hundredths(String credits) {
    return new BigDecimal(credits).movePointRight(2).longValueExact();
  }
}
