package io.growthline.training.fit;

import java.util.List;

/**
 * What somebody began and took up, each time beside what was known before.
 *
 * @param until instant of their newest vector: epoch milliseconds, UTC
 * @param begun courses, in order of time; of a longer history the newest
 * @param picked activities, in order of time; of a longer history the newest
 */
public record Past(String employeeId, long until, List<Begun> begun, List<Picked> picked) {}
