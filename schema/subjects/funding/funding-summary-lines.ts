import type { Parameters } from "../../sql/parameters.ts";
import { cumulativeQuarters } from "../../sql/summary/cumulative-quarters.ts";
import { departmentsNamed, isKnown, pledgesNamed } from "../../sql/summary/filters.ts";
import type { Question } from "../../sql/summary/question.ts";
import { knownIn } from "../release/feed-fact.ts";
import type { FundingOrder } from "./funding-order.ts";
import type { FundingWhere } from "./funding-where.ts";

/** What is asked of the summary of funding. */
export interface FundingQuestion extends Question {
  where: FundingWhere;
  orderBy: FundingOrder[] | null;
  first: number | null;
}

const amounts = ["published", "planned", "secured", "budgeted", "executed"];

/**
 * Table expressions that end in `lines`: one row a pledge, source, year and quarter, expected lines that
 * are missing included. The department is that of the pledge at the quarter; it is looked up only where
 * it is a key or a filter.
 */
export function fundingLines(question: FundingQuestion, parameters: Parameters): string {
  const { municipalities, knownAt, where, groupBy } = question;
  const cities = `${parameters.add(municipalities)}::integer[]`;
  const time = parameters.add(knownAt);
  const known = `municipality_id = ANY(${cities}) AND ${knownIn(time)}`;
  const quarters = cumulativeQuarters({
    table: "funding_by_year",
    isFigure: `coalesce(${amounts.join(", ")}) IS NOT NULL`,
    known,
    municipalities: { list: municipalities, sql: cities },
    named: where.quarter ? { list: where.quarter, sql: `${parameters.add(where.quarter)}::integer[]` } : null,
    all: groupBy.includes("QUARTER"),
  });
  const filters = `true${parameters.anyOf("source", "funding_source", where.source)}
    ${parameters.anyOf("year", "integer", where.year)}${isKnown("year", where.hasYear)}
    ${pledgesNamed(where.pledge, parameters)}`;
  const line = (quarter: string) => `municipality_id, pledge_id, source, year, ${quarter}, is_last`;
  const all = `
    SELECT ${line("quarter")}, ${amounts.join(", ")}
    FROM funding_by_year JOIN quarters USING (municipality_id, quarter) WHERE ${known} AND ${filters}
    UNION ALL
    SELECT DISTINCT ${line("quarters.quarter")}, ${amounts.map(() => "NULL::bigint").join(", ")}
    FROM quarters JOIN funding_by_year AS earlier USING (municipality_id)
    WHERE ${known} AND ${filters} AND year = quarters.quarter / 4
      AND earlier.quarter >= quarters.quarter / 4 * 4 AND earlier.quarter < quarters.quarter
      AND NOT EXISTS (
        SELECT FROM funding_by_year AS stated
        WHERE stated.municipality_id = earlier.municipality_id AND stated.quarter = quarters.quarter
          AND stated.pledge_id = earlier.pledge_id AND stated.source = earlier.source AND stated.year = earlier.year
          AND ${knownIn(time, "stated")})`;
  if (!groupBy.includes("DEPARTMENT") && !where.department) return `${quarters}, lines AS (${all})`;
  return `
    ${quarters},
    in_charge AS (
      SELECT DISTINCT ON (pledge_id, quarters.quarter) pledge_id, quarters.quarter, department_id
      FROM quarters JOIN pledge_quarter AS told USING (municipality_id)
      WHERE ${known} AND told.quarter <= quarters.quarter AND department_id IS NOT NULL
      ORDER BY pledge_id, quarters.quarter, told.quarter DESC, stated_by
    ),
    lines AS (
      SELECT listed.*, department_id FROM (${all}) AS listed LEFT JOIN in_charge USING (pledge_id, quarter)
      WHERE true${departmentsNamed(where.department, parameters)}
    )`;
}
