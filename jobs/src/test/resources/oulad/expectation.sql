-- What a replay of the OULAD files must give, written from the contract alone.
-- Before this runs there are: views learning and people over the JSON lines; activity_terms, goals
-- and goal_requirements as the rule book says them; clock with the zone and the end of the clock.

-- The events that ask for credits, with the terms of their local day.
CREATE TABLE claims AS
WITH dated AS (
  SELECT *, CAST(timezone((SELECT zone FROM clock), occurredAt) AS DATE) AS day
  FROM learning
  WHERE verb IN ('COMPLETED', 'APPROVED')
)
SELECT dated.*, terms.category, terms.credits, terms.rule_version, terms.tags
FROM dated
ASOF JOIN activity_terms AS terms
  ON dated.activityId = terms.activity_id AND dated.day >= terms.from_day
WHERE verb = CASE terms.kind WHEN 'course' THEN 'COMPLETED' ELSE 'APPROVED' END
  AND (score IS NULL OR terms.pass_score IS NULL OR score >= terms.pass_score)
  AND terms.credits > 0;

-- Every activity repeats once: the first claim on it earns.
CREATE TABLE expected_entries AS
WITH earned AS (
  SELECT *
  FROM claims
  QUALIFY row_number() OVER (
    PARTITION BY employeeId, activityId ORDER BY occurredAt, source, eventId) = 1
)
SELECT
  employeeId AS employee_id,
  row_number() OVER timeline AS sequence,
  'EARN' AS kind,
  activityId AS activity_id,
  category,
  credits AS earned_change,
  credits AS available_change,
  occurredAt AS effective_at,
  day AS event_date,
  occurredAt AS recorded_at,
  source AS cause_source,
  eventId AS cause_event_id,
  rule_version,
  CAST(sum(credits) OVER timeline AS DECIMAL(12, 2)) AS earned_after,
  CAST(sum(credits) OVER timeline AS DECIMAL(12, 2)) AS available_after,
  tags
FROM earned
WINDOW timeline AS (
  PARTITION BY employeeId ORDER BY occurredAt, source, eventId
  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

-- Everyone who is named in a fact has a balance; nothing is redeemed or expires.
CREATE TABLE expected_balances AS
WITH everyone AS (
  SELECT employeeId FROM learning UNION SELECT employeeId FROM people
), sums AS (
  SELECT
    employee_id,
    sum(earned_change) AS earned,
    sum(earned_change) FILTER (category = 'REQUIRED') AS required,
    sum(earned_change) FILTER (category = 'ELECTIVE') AS elective,
    sum(earned_change) FILTER (category = 'PRACTICE') AS practice,
    sum(earned_change) FILTER (
      year(event_date) = (SELECT year(timezone(zone, ends_at)) FROM clock)) AS period_earned
  FROM expected_entries
  GROUP BY employee_id
)
SELECT
  employeeId AS employee_id,
  CAST(coalesce(earned, 0) AS DECIMAL(12, 2)) AS earned,
  CAST(coalesce(earned, 0) AS DECIMAL(12, 2)) AS available,
  CAST(coalesce(required, 0) AS DECIMAL(12, 2)) AS required,
  CAST(coalesce(elective, 0) AS DECIMAL(12, 2)) AS elective,
  CAST(coalesce(practice, 0) AS DECIMAL(12, 2)) AS practice,
  CAST(coalesce(period_earned, 0) AS DECIMAL(12, 2)) AS period_earned,
  CAST(0 AS DECIMAL(12, 2)) AS redeemed,
  CAST(0 AS DECIMAL(12, 2)) AS expired,
  CAST(0 AS DECIMAL(12, 2)) AS debt
FROM everyone LEFT JOIN sums ON sums.employee_id = everyone.employeeId;

-- At every instant with a posting: is each goal's every requirement met by all postings so far?
CREATE TABLE standing AS
WITH instants AS (
  SELECT DISTINCT employee_id, effective_at FROM expected_entries
), measured AS (
  SELECT
    instants.employee_id,
    instants.effective_at,
    asked.goal_id,
    asked.measure,
    asked.at_least,
    sum(entry.earned_change) AS total,
    coalesce(sum(entry.earned_change) FILTER (
      asked.selector = 'category=' || lower(entry.category)
      OR list_contains(list_transform(entry.tags, tag -> 'tag=' || tag), asked.selector)), 0)
      AS selected
  FROM instants
  JOIN expected_entries AS entry
    ON entry.employee_id = instants.employee_id AND entry.effective_at <= instants.effective_at
  CROSS JOIN goal_requirements AS asked
  GROUP BY ALL
)
SELECT
  employee_id,
  effective_at,
  goal_id,
  bool_and(CASE measure
    WHEN 'total' THEN total >= at_least
    WHEN 'selected' THEN selected >= at_least
    WHEN 'share' THEN total > 0 AND selected >= at_least * total
  END) AS met
FROM measured
GROUP BY ALL;

-- A goal that can be lost is held since it was last met without a break, if it still is; one that
-- cannot, since it was first met.
CREATE TABLE expected_held AS
WITH steps AS (
  SELECT
    *,
    met AND NOT coalesce(lag(met) OVER timeline, false) AS rises,
    last_value(met) OVER (
      PARTITION BY employee_id, goal_id ORDER BY effective_at
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS met_at_last
  FROM standing
  WINDOW timeline AS (PARTITION BY employee_id, goal_id ORDER BY effective_at)
)
SELECT
  goal_id,
  employee_id,
  CASE WHEN any_value(goals.revoke) THEN max(effective_at) ELSE min(effective_at) END AS since
FROM steps JOIN goals USING (goal_id)
WHERE rises AND (met_at_last OR NOT goals.revoke)
GROUP BY goal_id, employee_id;
