package io.growthline.oracle;

import static io.growthline.oracle.ActivityDraft.hundredths;

import io.growthline.rulebook.Offer;
import io.growthline.rulebook.RewardTerms;
import io.growthline.rulebook.Who;
import io.growthline.rulebook.Window;
import java.util.Map;

/** Writes a reward's terms down key by key; every key has the rule book's default. */
public final class RewardDraft {

  private final Long cost;
  private Integer limitCount;
  private Window limitPer;
  private Who who = Who.EVERYONE;
  private Offer offer = Offer.ALWAYS;
  private boolean candidate;

  private RewardDraft(Long cost) {
    this.cost = cost;
  }

  /** A reward at that price; null: no dated value is in force yet. */
  public static RewardDraft costing(String credits) {
    return new RewardDraft(credits == null ? null : hundredths(credits));
  }

  public RewardDraft limit(int count, Window per) {
    limitCount = count;
    limitPer = per;
    return this;
  }

  public RewardDraft onlyFor(Who value) {
    who = value;
    return this;
  }

  public RewardDraft offered(Offer value) {
    offer = value;
    return this;
  }

  public RewardDraft candidate() {
    candidate = true;
    return this;
  }

  RewardTerms terms(String id) {
    return new RewardTerms(Map.of("en", id), cost, limitCount, limitPer, who, offer, candidate);
  }
}
