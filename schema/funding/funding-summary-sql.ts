import type { KnownAt } from "../context.ts";
import { groupedSql } from "../summary/grouped.ts";
import type { Parameters } from "../summary/parameters.ts";
import { FundingDimension, type FundingOrder, type FundingWhere } from "./funding-summary-types.ts";

/** What is asked of the funding summary. */
export interface FundingQuestion {
  municipalities: number[];
  knownAt: KnownAt;
  where: FundingWhere;
  groupBy: FundingDimension[];
  totals: boolean;
  orderBy: FundingOrder[];
  first: number | null;
}

const columnOf: Record<FundingDimension, string> = {
  DEPARTMENT: "department_id",
  PLEDGE: "pledge_id",
  SOURCE: "source",
  YEAR: "year",
  QUARTER: "quarter",
};

const columns = {
  department_id: "integer",
  pledge_id: "integer",
  source: "funding_source",
  year: "integer",
  quarter: "integer",
};

const orders: Record<FundingOrder, string> = {
  PUBLISHED_DESC: "published DESC NULLS LAST",
  BUDGETED_DESC: "budgeted DESC NULLS LAST",
  EXECUTED_DESC: "executed DESC NULLS LAST",
  EXECUTION_ASC: "execution ASC NULLS LAST",
  EXECUTION_DESC: "execution DESC NULLS LAST",
};

const amounts = ["published", "planned", "secured", "budgeted", "executed"];

const both = (measure: string, other: string): string =>
  `sum(${measure}) FILTER (WHERE ${measure} IS NOT NULL AND ${other} IS NOT NULL)`;

const measures = {
  ...Object.fromEntries(amounts.map((amount) => [amount, `sum(${amount})`])),
  execution_numerator: both("executed", "budgeted"),
  execution_denominator: both("budgeted", "executed"),
  securing_numerator: both("secured", "planned"),
  securing_denominator: both("planned", "secured"),
  published_only:
    "count(published) > 0 AND count(planned) + count(secured) + count(budgeted) + count(executed) = 0",
  reporting: "(count(*) FILTER (WHERE budgeted IS NOT NULL AND executed IS NOT NULL))::integer",
  expected: "count(*)::integer",
  of_quarter: "max(quarter)",
};

/** The one statement that answers a question to the funding summary. */
export function fundingSummarySql(question: FundingQuestion, parameters: Parameters): string {
  const keys = question.groupBy.map((dimension) => columnOf[dimension]);
  const below = question.where.belowExecution;
  const order = [
    ...question.orderBy.map((one) => orders[one]),
    ...["department_name", "sort_code", "source", "year NULLS FIRST", "quarter", "level"],
  ];
  return `
    WITH ${linesSql(question, parameters)},
    whole AS (SELECT quarter, is_last, sum(published) AS published FROM lines GROUP BY quarter, is_last),
    grouped AS (${groupedSql({ keys, columns, measures, totals: question.totals })}),
    rows AS (
      SELECT grouped.*, department.name AS department_name, pledge.sort_code,
        execution_numerator / nullif(execution_denominator, 0) AS execution,
        (SELECT sum(whole.published) FROM whole
         WHERE CASE WHEN grouped.quarter IS NULL THEN whole.is_last ELSE whole.quarter = grouped.quarter END) AS whole
      FROM grouped
      LEFT JOIN (SELECT DISTINCT id, name FROM department) AS department ON department.id = department_id
      LEFT JOIN pledge ON pledge.id = pledge_id
    )
    SELECT rows.*, answer.quarter AS answer_quarter
    FROM (SELECT CASE WHEN count(DISTINCT quarter) = 1 THEN max(quarter) END AS quarter FROM last) AS answer
    LEFT JOIN (
      SELECT * FROM rows
      ${below == null ? "" : `WHERE execution < ${parameters.add(below)}::float8::numeric`}
      ORDER BY ${order.join(", ")}
      ${question.first === null ? "" : `LIMIT ${parameters.add(question.first)}`}
    ) AS rows ON true
    ORDER BY ${order.map((one) => `rows.${one}`).join(", ")}`;
}

/**
 * Table expressions that end in `lines`: one row a pledge, source, year and quarter, expected lines
 * that are missing included, with the department of the pledge at that quarter.
 */
function linesSql(
  { municipalities, knownAt, where, groupBy }: FundingQuestion,
  parameters: Parameters,
): string {
  const cities = parameters.add(municipalities);
  const time = parameters.add(knownAt);
  const known = `municipality_id = ANY(${cities}) AND known_from <= ${time} AND known_to > ${time}`;
  const all = groupBy.includes(FundingDimension.QUARTER);
  const asked = where.quarter ? parameters.add(where.quarter) : null;
  const onlyLast = !asked && !all;
  return `
    figures AS (
      SELECT municipality_id, quarter FROM funding_line
      WHERE ${known}${asked ? ` AND quarter = ANY(${asked})` : ""}
      GROUP BY municipality_id, quarter
    ),
    meant AS (
      SELECT municipality_id, quarter FROM figures
      ${asked ? `UNION SELECT city, quarter FROM unnest(${cities}::integer[]) AS city, unnest(${asked}::integer[]) AS quarter` : ""}
    ),
    last AS (
      SELECT municipality_id, coalesce(max(figures.quarter), max(meant.quarter)) AS quarter
      FROM meant LEFT JOIN figures USING (municipality_id, quarter) GROUP BY municipality_id
    ),
    quarters AS (
      SELECT municipality_id, quarter, quarter = last.quarter AS is_last
      FROM meant JOIN last USING (municipality_id, quarter)
      ${onlyLast ? "" : "UNION SELECT municipality_id, meant.quarter, meant.quarter = last.quarter FROM meant JOIN last USING (municipality_id)"}
    ),
    stated AS (
      SELECT municipality_id, pledge_id, source, year, quarter, is_last,
        ${amounts.map((amount) => `sum(amount) FILTER (WHERE phase = '${amount.toUpperCase()}') AS ${amount}`).join(", ")}
      FROM funding_line JOIN quarters USING (municipality_id, quarter)
      WHERE ${known} GROUP BY municipality_id, pledge_id, source, year, quarter, is_last
    ),
    expected AS (
      SELECT DISTINCT municipality_id, pledge_id, source, year, quarters.quarter, is_last
      FROM quarters JOIN funding_line USING (municipality_id)
      WHERE ${known} AND year = quarters.quarter / 4
        AND funding_line.quarter BETWEEN quarters.quarter / 4 * 4 AND quarters.quarter - 1
    ),
    lines AS MATERIALIZED (
      SELECT pledge_id, source, year, quarter, is_last, department_id, ${amounts.join(", ")}
      FROM stated FULL JOIN expected USING (municipality_id, pledge_id, source, year, quarter, is_last)
      JOIN pledge ON pledge.id = pledge_id
      LEFT JOIN LATERAL (
        SELECT department_id FROM pledge_quarter AS told
        WHERE told.pledge_id = pledge.id AND told.quarter <= coalesce(stated.quarter, expected.quarter)
          AND known_from <= ${time} AND known_to > ${time} AND department_id IS NOT NULL
        ORDER BY told.quarter DESC, stated_by LIMIT 1
      ) AS charge ON true
      WHERE true${parameters.anyOf("pledge.code", "text", where.pledge)}
        ${parameters.anyOf("source", "funding_source", where.source)}
        ${parameters.anyOf("year", "integer", where.year)}
        ${where.department ? `AND department_id IN (SELECT id FROM department WHERE name = ANY(${parameters.add(where.department)}))` : ""}
    )`;
}
