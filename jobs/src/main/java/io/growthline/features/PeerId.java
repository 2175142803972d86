package io.growthline.features;

/**
 * A member of the present group.
 *
 * @param month a month's last millisecond: epoch milliseconds
 */
public record PeerId(long month, String employeeId) {}
