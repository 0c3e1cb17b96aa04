import { isKnown } from "../../sql/summary/filters.ts";
import type { Question } from "../../sql/summary/question.ts";
import { ofDepartments } from "../department/department.ts";
import { stateQuarters } from "./pledge-queries.ts";
import { pledgeSums } from "./pledge-sums.ts";
import type { PledgeWhere } from "./pledge-where.ts";

/** A question to the summary of pledges. */
export interface PledgeQuestion extends Question {
  where: PledgeWhere;
}

/**
 * Table expressions that end in `lines`: all pledges known in a quarter of the answer, with their state in
 * that quarter, and with the title and department of it or of the last earlier quarter that states them.
 */
export function pledgeLines(question: PledgeQuestion, sums: string | null): string {
  const { scope, where, groupBy } = question;
  // Titles are not in the sums.
  if (sums && where.search == null) return linesOfSums(question, sums);
  const { parameters } = scope;
  const search = where.search == null ? null : parameters.add(where.search);
  const latest = (column: string, condition: string) =>
    `(array_agg(${column} ORDER BY facts.quarter DESC, stated_by) FILTER (WHERE ${condition}))[1] AS ${column}`;
  return `
    ${stateQuarters(where, groupBy.includes("QUARTER"), scope)},
    facts AS (SELECT * FROM pledge_quarter WHERE ${scope.facts("pledge_quarter")}),
    pledges AS (
      SELECT quarters.municipality_id, pledge_id, quarters.quarter, is_last,
        ${latest("title", "title IS NOT NULL")}, ${latest("department_id", "department_id IS NOT NULL")},
        ${latest("state", "state IS NOT NULL AND facts.quarter = quarters.quarter")}
      FROM quarters JOIN facts ON facts.municipality_id = quarters.municipality_id AND facts.quarter <= quarters.quarter
      GROUP BY quarters.municipality_id, pledge_id, quarters.quarter, is_last
    ),
    lines AS (
      SELECT pledges.*, 1 AS line_count FROM pledges
      JOIN pledge ON ${scope.ofMunicipality("pledge", "pledges.municipality_id")} AND pledge.id = pledge_id
      WHERE ${conditions(question, "pledges")}
        ${search ? `AND strpos(lower(code || ' ' || coalesce(title, '')), lower(${search})) > 0` : ""}
    )`;
}

/** The same from the sums: lines that stand for the pledges of a department in a state, and for those without one. */
function linesOfSums(question: PledgeQuestion, sums: string): string {
  const { scope, where, groupBy } = question;
  const columns = "quarters.municipality_id, quarters.quarter, is_last, department_id";
  return `
    ${stateQuarters(where, groupBy.includes("QUARTER"), scope, pledgeSums.table)},
    sums AS (SELECT * FROM ${sums} AS kept),
    stated AS (
      SELECT ${columns}, state, line_count FROM quarters JOIN sums
        ON sums.municipality_id = quarters.municipality_id AND sums.quarter = quarters.quarter
      WHERE state IS NOT NULL
    ),
    all_lines AS (
      SELECT * FROM stated
      UNION ALL
      SELECT municipality_id, quarter, is_last, department_id, NULL, sum(line_count)::integer FROM (
        SELECT ${columns}, line_count FROM quarters JOIN sums
          ON sums.municipality_id = quarters.municipality_id AND sums.quarter <= quarters.quarter
        WHERE state IS NULL
        UNION ALL SELECT municipality_id, quarter, is_last, department_id, -line_count FROM stated
      ) AS without_state GROUP BY municipality_id, quarter, is_last, department_id HAVING sum(line_count) <> 0
    ),
    lines AS (SELECT * FROM all_lines WHERE ${conditions(question, "all_lines")})`;
}

/** SQL condition of the filters by state and department. */
const conditions = ({ where, scope }: PledgeQuestion, lines: string): string =>
  `true${scope.parameters.anyOf("state", "pledge_state", where.state)}${isKnown("state", where.hasState)}
    ${ofDepartments(where.department, `${lines}.municipality_id`, "department_id", scope)}`;
