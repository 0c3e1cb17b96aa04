import { Comparison, quartersBack } from "../../sql/summary/comparison.ts";
import { isKnown } from "../../sql/summary/filters.ts";
import { latestQuarters } from "../../sql/summary/latest-quarters.ts";
import { ofDepartments } from "../department/department.ts";
import { ofPledges } from "../pledge/pledge-as-of.ts";
import type { FundingQuestion } from "./funding-question.ts";
import { fundingSums } from "./funding-sums.ts";

/**
 * How much earlier the compared lines are. The year before is that of the amounts too: what was executed of its own
 * budget by the same quarter. A quarter before, the amounts are those of the same year.
 */
export const earlier = (compareTo: Comparison | null): { quarters: number; years: number } => ({
  quarters: quartersBack(compareTo),
  years: compareTo === Comparison.PREVIOUS_YEAR ? 1 : 0,
});

const amounts = ["published", "planned", "secured", "budgeted", "executed"];

/**
 * Table expressions that end in `lines`: one row per pledge, source, year and quarter, including expected lines
 * that are missing. The department is that of the pledge in the quarter; it is looked up only if it
 * is a key or a filter. Lines of the compared quarter are marked `previous`, in the quarter and the year that they are
 * compared with, and belong to the department of that quarter.
 */
export function fundingLines(question: FundingQuestion, kept: string | null): string {
  const { scope, where, groupBy, byFact, compareTo } = question;
  const { quarters: back, years } = earlier(compareTo);
  const { parameters } = scope;
  const sums = groupBy.includes("PLEDGE") || where.pledge || compareTo ? null : kept;
  const quarters = latestQuarters(
    {
      table: sums ? fundingSums.table : "funding_by_year",
      ...(sums && { isReported: "reported IS NOT NULL" }),
      isFigure: `coalesce(${amounts.join(", ")}) IS NOT NULL`,
      requested: where.quarter ?? null,
      all: groupBy.includes("QUARTER"),
    },
    scope,
  );
  const filters = (
    table: string,
    year = `${table}.year`,
  ) => `true${parameters.anyOf(`${table}.source`, "funding_source", where.source)}
    ${parameters.anyOf(year, "integer", where.year)}${isKnown(`${table}.year`, where.hasYear)}
    ${ofPledges(where.pledge, `${table}.municipality_id`, `${table}.pledge_id`, scope)}`;
  if (sums)
    return `${quarters}, lines AS (
      SELECT fact.*, is_last
      FROM quarters JOIN ${sums} AS fact
        ON fact.municipality_id = quarters.municipality_id AND fact.quarter = quarters.quarter
      WHERE ${filters("fact")}${ofDepartments(where.department, "fact.municipality_id", "department_id", scope)}
    )`;
  const line = (table: string) =>
    `${table}.municipality_id, ${table}.pledge_id, ${table}.source, ${table}.year, quarters.quarter, is_last, 1 AS line_count`;
  const [present, previous] = compareTo ? [", false AS previous", ", true"] : ["", ""];
  const compared = () => `
    UNION ALL
    SELECT fact.municipality_id, fact.pledge_id, fact.source, fact.year + ${years}, quarters.quarter, is_last, 1,
      ${amounts.join(", ")}${previous}
    FROM funding_by_year AS fact JOIN quarters
      ON quarters.municipality_id = fact.municipality_id AND quarters.quarter = fact.quarter + ${back}
    WHERE ${scope.facts("fact")} AND ${filters("fact", `fact.year + ${years}`)}`;
  const all = `
    SELECT ${line("fact")}, ${amounts.join(", ")}${present}
    FROM funding_by_year AS fact JOIN quarters
      ON quarters.municipality_id = fact.municipality_id AND quarters.quarter = fact.quarter
    WHERE ${scope.facts("fact")} AND ${filters("fact")}
    UNION ALL
    SELECT DISTINCT ${line("earlier")}, ${amounts.map(() => "NULL::bigint").join(", ")}${compareTo ? ", false" : ""}
    FROM quarters JOIN funding_by_year AS earlier ON earlier.municipality_id = quarters.municipality_id
    WHERE ${scope.facts("earlier")} AND ${filters("earlier")} AND earlier.year = quarters.quarter / 4
      AND earlier.quarter >= quarters.quarter / 4 * 4 AND earlier.quarter < quarters.quarter
      AND NOT EXISTS (
        SELECT 1 FROM funding_by_year AS fact
        WHERE ${scope.sameMunicipality("fact", "earlier")} AND fact.quarter = quarters.quarter
          AND fact.pledge_id = earlier.pledge_id AND fact.source = earlier.source AND fact.year = earlier.year)${compareTo ? compared() : ""}`;
  if (!groupBy.includes("DEPARTMENT") && !where.department && !byFact)
    return `${quarters}, lines AS (${all})`;
  return `
    ${quarters},
    in_charge AS (
      SELECT DISTINCT ON (fact.municipality_id, fact.pledge_id, quarters.quarter)
        fact.municipality_id, fact.pledge_id, quarters.quarter, fact.department_id
      FROM quarters JOIN pledge_quarter AS fact ON fact.municipality_id = quarters.municipality_id
      WHERE ${scope.facts("fact")} AND fact.quarter <= quarters.quarter AND fact.department_id IS NOT NULL
      ORDER BY fact.municipality_id, fact.pledge_id, quarters.quarter, fact.quarter DESC, fact.stated_by
    ),
    lines AS (
      SELECT all_lines.*, department_id
      FROM (${all}) AS all_lines LEFT JOIN in_charge USING (municipality_id, pledge_id, quarter)
      WHERE true${ofDepartments(where.department, "municipality_id", "department_id", scope)}
    )`;
}
