import { cumulativeQuarters } from "../summary/cumulative-quarters.ts";
import { departmentsNamed, pledgesNamed } from "../summary/filters.ts";
import type { Parameters } from "../summary/parameters.ts";
import type { Question } from "../summary/question.ts";
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
  const known = `municipality_id = ANY(${cities}) AND known_from <= ${time} AND known_to > ${time}`;
  const quarters = cumulativeQuarters({
    table: "funding_line",
    isFigure: "amount IS NOT NULL",
    known,
    municipalities: cities,
    named: where.quarter ? { list: where.quarter, sql: `${parameters.add(where.quarter)}::integer[]` } : null,
    all: groupBy.includes("QUARTER"),
  });
  const filters = `true${parameters.anyOf("source", "funding_source", where.source)}
    ${parameters.anyOf("year", "integer", where.year)}
    ${pledgesNamed(where.pledge, parameters)}`;
  const line = "municipality_id, pledge_id, source, year, quarter, is_last";
  const lines = `
    ${quarters},
    stated AS (
      SELECT ${line},
        ${amounts.map((amount) => `sum(amount) FILTER (WHERE phase = '${amount.toUpperCase()}') AS ${amount}`).join(", ")}
      FROM funding_line JOIN quarters USING (municipality_id, quarter)
      WHERE ${known} AND ${filters} GROUP BY ${line}
    ),
    expected AS (
      SELECT DISTINCT municipality_id, pledge_id, source, year, quarters.quarter, is_last
      FROM quarters JOIN funding_line USING (municipality_id)
      WHERE ${known} AND ${filters} AND year = quarters.quarter / 4
        AND funding_line.quarter >= quarters.quarter / 4 * 4 AND funding_line.quarter < quarters.quarter
    )`;
  const all = `SELECT ${line}, ${amounts.join(", ")} FROM stated FULL JOIN expected USING (${line})`;
  if (!groupBy.includes("DEPARTMENT") && !where.department) return `${lines}, lines AS (${all})`;
  return `${lines},
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
