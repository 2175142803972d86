package io.growthline.schemas.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableCatalogueTest {

  private static final Pattern COMMA = Pattern.compile(", *");

  /** The contract's main columns; further ones are welcome, renamed or missing ones are not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ledger_entries | entry_id, employee_id, sequence, kind, activity_id, category,"
            + " earned_change, available_change, effective_at, event_date, recorded_at,"
            + " cause_source, cause_event_id, rule_version, lot_id, corrects, reason,"
            + " earned_after, available_after, previous_hash, hash",
        "credit_balances | employee_id, earned, available, required, elective, practice,"
            + " period_earned, redeemed, expired, debt, version, as_of",
        "decisions | source, event_id, employee_id, activity_id, outcome, detail, recorded_at",
        "milestones | milestone_id, employee_id, goal_id, kind, direction, firing, at,"
            + " cause_source, cause_event_id",
        "goal_progress | employee_id, goal_id, requirement, current, target, gap, met, missing,"
            + " completed, suggested_activities",
        "eligible_employees | goal_id, employee_id, since",
        "learning_events | event_id, source, employee_id, occurred_at, verb, activity_id, score,"
            + " progress, rating, duration_seconds, submission_id, voids_event_id, attributes",
        "employee_features | employee_id, as_of, known_at, tenure_days, earned, views",
        "performance_facts | employee_id, metric, value, unit, reason, period_start, period_end",
        "survey_answers | employee_id, about, subject_id, question, score, comment",
        "employments | employee_id, valid_from, valid_to, job_id, grade, team_id, manager_id",
        "activities | activity_id, title_en, title_zh",
        "goals | goal_id, title_en, title_zh",
        "jobs | job_id, title_en, title_zh",
        "dead_letters | source, position, reason, raw, length, sha256",
      })
  void a_table_has_the_columns_of_the_contract(String name, String columns) {
    assertThat(columnsOf(table(name))).containsAll(COMMA.splitAsStream(columns).toList());
  }

  @Test
  void latest_states_and_dimensions_are_flat_and_the_rest_is_by_month() {
    assertThat(TableCatalogue.all())
        .filteredOn(Table::byMonth)
        .extracting(Table::name, Table::monthOf)
        .map(Object::toString)
        .containsExactly(
            "(\"ledger_entries\", \"recordedAt\")",
            "(\"decisions\", \"recordedAt\")",
            "(\"milestones\", \"at\")",
            "(\"employee_features\", \"knownAt\")",
            "(\"recommendation_effects\", \"at\")",
            "(\"learning_events\", \"occurredAt\")",
            "(\"performance_facts\", \"occurredAt\")",
            "(\"survey_answers\", \"occurredAt\")",
            "(\"dead_letters\", \"recordedAt\")");
  }

  @Test
  void every_month_is_that_of_an_instant() {
    assertThat(TableCatalogue.all())
        .filteredOn(Table::byMonth)
        .allSatisfy(
            table ->
                assertThat(
                        table
                            .schema()
                            .getField(TableSchema.columnName(table.monthOf()))
                            .schema()
                            .getLogicalType()
                            .getName())
                    .isEqualTo("timestamp-micros"));
  }

  private static Table<?> table(String name) {
    return TableCatalogue.all().stream()
        .filter(table -> table.name().equals(name))
        .findAny()
        .orElseThrow();
  }

  private static List<String> columnsOf(Table<?> table) {
    return table.schema().getFields().stream().map(Schema.Field::name).toList();
  }
}
