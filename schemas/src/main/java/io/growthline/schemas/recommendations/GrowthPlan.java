package io.growthline.schemas.recommendations;

import java.util.List;
import java.util.Map;

/**
 * What is missing to a goal and what would close the gap.
 *
 * @param titles by language
 * @param gaps requirements that are not met
 * @param activities in an order in which they can be taken
 * @param closes whether completing them reaches the goal
 */
public record GrowthPlan(
    String goalId,
    Map<String, String> titles,
    List<GrowthGap> gaps,
    List<String> activities,
    boolean closes) {}
