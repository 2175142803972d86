package io.growthline.rulebook;

import io.growthline.schemas.ledger.GoalKind;
import java.util.List;
import java.util.Map;

/**
 * A goal's definition as in force from one date until the next.
 *
 * @param requires all must hold; null while no dated value is in force yet: the goal does not exist
 * @param revoke whether the goal is lost again when its requirements stop holding
 * @param perPeriod whether it may be reached once in each period, instead of once
 * @param reward reward that reaching it offers, or null
 */
public record GoalTerms(
    GoalKind kind,
    Map<String, String> titles,
    Who who,
    List<Requirement> requires,
    boolean revoke,
    boolean perPeriod,
    String reward) {}
