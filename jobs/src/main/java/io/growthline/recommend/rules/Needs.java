package io.growthline.recommend.rules;

import io.growthline.rulebook.ActivityTerms;
import io.growthline.rulebook.Goal;
import io.growthline.rulebook.GoalTerms;
import io.growthline.rulebook.Requirement;
import io.growthline.rulebook.RuleBook;
import io.growthline.rulebook.Skill;
import io.growthline.rulebook.SkillLevel;
import io.growthline.rulebook.SkillTerms;
import io.growthline.schemas.features.FeatureVector;
import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.ledger.GoalProgress;
import io.growthline.schemas.ledger.RequirementProgress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person's goals, their job and the company need of a candidate, each 0 (nothing) to 1 (all
 * of it).
 */
final class Needs {

  /** Progress is in millionths of its unit, credits of activities in hundredths. */
  private static final double MILLIONTHS_OF_A_HUNDREDTH = 10_000;

  private final Candidates candidates;
  private final int day;
  private final Map<String, Goal> goals = new HashMap<>();

  /** By candidate the highest level of each skill that it teaches. */
  private final List<Map<String, Integer>> taught = new ArrayList<>();

  private final double[] demand;
  private final String[] demanded;

  Needs(RuleBook book, Candidates candidates, int day) {
    this.candidates = candidates;
    this.day = day;
    book.goals().forEach(goal -> goals.put(goal.id(), goal));
    this.demand = new double[candidates.size()];
    this.demanded = new String[candidates.size()];
    for (int candidate = 0; candidate < candidates.size(); candidate++) {
      List<SkillLevel> skills = candidates.terms(candidate).skills();
      taught.add(SkillLevel.highest(skills));
      // In the rule book's order: of two demanded alike the first is told.
      for (SkillLevel skill : skills) {
        addDemand(candidate, book.skills().get(skill.skill()));
      }
    }
  }

  private void addDemand(int candidate, Skill skill) {
    SkillTerms terms = skill == null ? null : skill.versions().at(day);
    if (terms != null && terms.demand() != null && terms.demand() > demand[candidate]) {
      demand[candidate] = terms.demand();
      demanded[candidate] = skill.id();
    }
  }

  /** The company's demand for what a candidate teaches. */
  double demand(int candidate) {
    return demand[candidate];
  }

  /** The skill demanded most of those a candidate teaches, or null. */
  String demandedSkill(int candidate) {
    return demanded[candidate];
  }

  /** What one person needs, by their vector and their progress, which may be null. */
  OfPerson of(FeatureVector person, EmployeeProgress progress) {
    return new OfPerson(person, nearestGoal(person, progress));
  }

  /** The goal that is nearest: that which lacks the fewest credits, else the first not held. */
  private GoalProgress nearestGoal(FeatureVector person, EmployeeProgress progress) {
    GoalProgress first = null;
    for (GoalProgress goal : progress == null ? List.<GoalProgress>of() : progress.goals()) {
      boolean open = goals.containsKey(goal.goalId()) && !goal.held();
      if (open && goal.goalId().equals(person.nearestGoal())) {
        return goal;
      }
      first = first == null && open ? goal : first;
    }
    return first;
  }

  /** Looked up once for all candidates: there are thousands of them. */
  final class OfPerson {

    private final FeatureVector person;
    private final GoalProgress goal;
    private final List<Open> open = new ArrayList<>();
    private final int missingLevels;

    /** A requirement that is not met, beside how far it is. */
    private record Open(Requirement requirement, RequirementProgress progress) {}

    private OfPerson(FeatureVector person, GoalProgress goal) {
      this.person = person;
      this.goal = goal;
      this.missingLevels = person.skillGaps().values().stream().mapToInt(Integer::intValue).sum();
      GoalTerms terms = goal == null ? null : goals.get(goal.goalId()).versions().at(day);
      if (terms != null && terms.requires() != null) {
        int count = Math.min(terms.requires().size(), goal.requirements().size());
        for (int i = 0; i < count; i++) {
          if (!goal.requirements().get(i).met()) {
            open.add(new Open(terms.requires().get(i), goal.requirements().get(i)));
          }
        }
      }
    }

    /** The nearest goal, or null. */
    String goalId() {
      return goal == null ? null : goal.goalId();
    }

    /** By skill, the share of all missing levels of the person's job and the next that it gives. */
    Map<String, Double> closedSkillGaps(int candidate) {
      Map<String, Double> closed = new HashMap<>();
      for (Map.Entry<String, Integer> skill : taught.get(candidate).entrySet()) {
        double share = closed(skill.getKey(), skill.getValue());
        if (share > 0) {
          closed.put(skill.getKey(), share);
        }
      }
      return closed;
    }

    /** Of all skills together: what is asked of every candidate is worth being without a map. */
    double closedOfAllSkills(int candidate) {
      double closed = 0;
      for (Map.Entry<String, Integer> skill : taught.get(candidate).entrySet()) {
        closed += closed(skill.getKey(), skill.getValue());
      }
      return closed;
    }

    private double closed(String skill, int level) {
      int gap = person.skillGaps().getOrDefault(skill, 0);
      int gives = level - person.skillLevels().getOrDefault(skill, 0);
      return gap > 0 && gives > 0 ? Math.min(gap, gives) / (double) missingLevels : 0;
    }

    /** The largest share of what any open requirement of the goal lacks that a candidate gives. */
    double closedGap(int candidate) {
      double most = 0;
      for (Open requirement : open) {
        most = Math.max(most, closed(candidate, requirement));
      }
      return most;
    }

    private double closed(int candidate, Open requirement) {
      ActivityTerms terms = candidates.terms(candidate);
      String id = candidates.id(candidate);
      if (requirement.requirement() instanceof Requirement.CreditsAtLeast credits) {
        boolean counts =
            credits.selector() == null || credits.selector().picks(id, terms, terms.category());
        double gap = requirement.progress().gap() / MILLIONTHS_OF_A_HUNDREDTH;
        return counts && gap > 0 ? Math.min(1, terms.credits() / gap) : 0;
      }
      List<String> suggested = requirement.progress().suggestedActivities();
      return suggested.contains(id) ? 1.0 / suggested.size() : 0;
    }
  }
}
