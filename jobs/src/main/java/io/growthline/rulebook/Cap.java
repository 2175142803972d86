package io.growthline.rulebook;

/**
 * Most that one employee can earn with one activity in one window.
 *
 * @param credits hundredths of a credit, positive
 */
public record Cap(long credits, Window per) {}
