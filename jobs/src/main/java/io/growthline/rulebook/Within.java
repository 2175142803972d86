package io.growthline.rulebook;

/**
 * The stretch of time whose awards count: a calendar window, or a rolling span back from now.
 * Exactly one is non-null.
 */
public record Within(Window window, Span rolling) {

  public static final Within LIFETIME = new Within(Window.LIFETIME, null);
}
