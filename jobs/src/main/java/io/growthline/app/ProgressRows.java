package io.growthline.app;

import io.growthline.schemas.ledger.EmployeeProgress;
import io.growthline.schemas.ledger.GoalProgress;
import io.growthline.schemas.ledger.RequirementProgress;
import io.growthline.schemas.tables.EligibleEmployee;
import io.growthline.schemas.tables.GoalProgressRow;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/** Progress notices, which are nested, as the flat rows of two tables. */
final class ProgressRows {

  private ProgressRows() {}

  /** One row for each employee, goal and requirement. */
  static DataStream<GoalProgressRow> goalProgress(DataStream<EmployeeProgress> progress) {
    return progress
        .flatMap(ProgressRows::requirementRows)
        .returns(TypeInformation.of(GoalProgressRow.class))
        .name("Progress by requirement")
        .uid("progress-by-requirement");
  }

  /** One row for each goal that an employee holds. */
  static DataStream<EligibleEmployee> eligibleEmployees(DataStream<EmployeeProgress> progress) {
    return progress
        .flatMap(ProgressRows::heldGoals)
        .returns(TypeInformation.of(EligibleEmployee.class))
        .name("Goals held")
        .uid("goals-held");
  }

  private static void requirementRows(EmployeeProgress progress, Collector<GoalProgressRow> rows) {
    for (GoalProgress goal : progress.goals()) {
      for (RequirementProgress requirement : goal.requirements()) {
        rows.collect(
            new GoalProgressRow(
                progress.employeeId(),
                goal.goalId(),
                goal.kind(),
                requirement.requirement(),
                requirement.unit(),
                requirement.current(),
                requirement.target(),
                requirement.gap(),
                requirement.met(),
                requirement.missing(),
                requirement.completed(),
                requirement.suggestedActivities(),
                progress.version(),
                progress.asOf()));
      }
    }
  }

  private static void heldGoals(EmployeeProgress progress, Collector<EligibleEmployee> rows) {
    for (GoalProgress goal : progress.goals()) {
      if (goal.held()) {
        rows.collect(
            new EligibleEmployee(
                goal.goalId(),
                progress.employeeId(),
                goal.since(),
                goal.firing(),
                progress.version(),
                progress.asOf()));
      }
    }
  }
}
