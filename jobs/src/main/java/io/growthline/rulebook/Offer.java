package io.growthline.rulebook;

/**
 * The days on which something is offered; null bounds are open.
 *
 * @param fromDay first day, as days since 1970-01-01, or null
 * @param untilDay day after the last, or null
 */
public record Offer(Integer fromDay, Integer untilDay) {

  public static final Offer ALWAYS = new Offer(null, null);

  public boolean includes(int day) {
    return (fromDay == null || day >= fromDay) && (untilDay == null || day < untilDay);
  }
}
