package io.growthline.rulebook;

import java.util.List;

/**
 * Which employees something is for; all given parts must hold. Null parts are not asked.
 *
 * @param withinDaysOfHire up to the end of local day hired + n
 * @param tenureAtLeast time since the day of hire
 */
public record Who(
    List<String> jobs,
    List<String> grades,
    List<String> teams,
    Integer withinDaysOfHire,
    Span tenureAtLeast) {

  public static final Who EVERYONE = new Who(null, null, null, null, null);
}
