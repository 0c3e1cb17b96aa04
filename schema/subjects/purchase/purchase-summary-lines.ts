import { InputType } from "type-graphql";
import type { Parameters } from "../../sql/parameters.ts";
import { firstPeriod, quartersBack, quartersNamed } from "../../sql/summary/comparison.ts";
import {
  DepartmentFilter,
  departmentsNamed,
  MunicipalityFilter,
  QuarterFilter,
  whereDescription,
  YearFilter,
} from "../../sql/summary/filters.ts";
import type { Question } from "../../sql/summary/question.ts";
import { PurchaseBasis } from "./purchase-basis.ts";

@InputType(whereDescription("구매", "purchases"))
export class PurchaseWhere {
  @MunicipalityFilter()
  municipality?: string[] | null;

  @DepartmentFilter()
  department?: string[] | null;

  @YearFilter()
  year?: number[] | null;

  @QuarterFilter()
  quarter?: number[] | null;
}

/** What is asked of the summary of purchases. */
export interface PurchaseQuestion extends Question {
  where: PurchaseWhere;
  basis: PurchaseBasis;
}

/**
 * Table expressions that end in `lines`: purchases by department, quarter and kind of enterprise (null
 * where none counts), with `stated`, and for each department with a target a line without `stated` in each
 * quarter of the answer. `amount` is what counts on the basis; `previous` marks the compared period, in the
 * quarter that it is compared with.
 */
export function purchaseLines(question: PurchaseQuestion, parameters: Parameters): string {
  const { municipalities, knownAt, where, basis, compareTo, groupBy } = question;
  const cities = `${parameters.add(municipalities)}::integer[]`;
  const time = parameters.add(knownAt);
  const known = `municipality_id = ANY(${cities}) AND known_from <= ${time} AND known_to > ${time}`;
  const back = quartersBack(compareTo);
  const named = quartersNamed(where);
  const quarters = named && parameters.add(named);
  const read = named && [...named, ...named.map((quarter) => quarter - back)];
  const department = departmentsNamed(where.department, parameters);
  const counts = basis === PurchaseBasis.SOCIAL_ECONOMY ? "NOT is_grant" : "true";
  const kinds = basis === PurchaseBasis.SOCIAL_ECONOMY ? "true" : "kind = 'CERTIFIED_SOCIAL_ENTERPRISE'";
  return `
    bought AS (
      SELECT id, municipality_id, department_id, business_number, purchased_on, amount, ${counts} AS counts, quarter
      FROM purchase CROSS JOIN LATERAL (
        SELECT (extract(year FROM purchased_on) * 4 + extract(quarter FROM purchased_on) - 1)::integer AS quarter
      ) AS time
      WHERE ${known}${read ? ` AND ${withinDays("purchased_on", read)}` : ""}
    ),
    meant AS (
      ${
        quarters
          ? `SELECT municipality_id, quarter, true AS is_named FROM unnest(${cities}) AS municipality_id, unnest(${quarters}::integer[]) AS quarter`
          : quartersWithLines(groupBy)
      }
    ),
    held AS (
      SELECT bought.id, min(kind) AS kind
      FROM bought JOIN enterprise_certificate USING (municipality_id, business_number)
      WHERE known_from <= ${time} AND known_to > ${time} AND ${kinds} AND counts
        AND purchased_on >= certified_on AND purchased_on <= coalesce(expires_on, 'infinity')
      GROUP BY bought.id
    ),
    counted AS (
      SELECT municipality_id, department_id, quarter, kind, sum(amount) FILTER (WHERE counts) AS amount
      FROM bought LEFT JOIN held USING (id)
      WHERE true ${department}
      GROUP BY municipality_id, department_id, quarter, kind
    ),
    target AS (
      SELECT municipality_id, department_id, year, rate FROM purchase_target
      WHERE ${known} AND basis = ${parameters.add(basis)}::purchase_basis AND rate IS NOT NULL ${department}
    ),
    listed AS (
      SELECT department_id, quarter, kind, amount, true AS stated, false AS previous
      FROM counted JOIN meant USING (municipality_id, quarter)
      ${
        back === 0
          ? ""
          : `UNION ALL SELECT department_id, meant.quarter, kind, amount, true, true
      FROM counted JOIN meant
        ON meant.municipality_id = counted.municipality_id AND meant.quarter = counted.quarter + ${back}`
      }
      UNION ALL SELECT department_id, quarter, NULL, NULL, false, false
      FROM target JOIN meant ON meant.municipality_id = target.municipality_id AND quarter / 4 = year AND is_named
    ),
    lines AS (
      SELECT listed.*, quarter / 4 AS year, rate AS target
      FROM listed LEFT JOIN target ON target.department_id = listed.department_id AND target.year = quarter / 4
    )`;
}

/** SQL for a day to lie between the first and the last of some quarters; false without any. */
const withinDays = (day: string, quarters: readonly number[]): string =>
  quarters.length === 0
    ? "false"
    : `${day} >= ${firstDay(Math.min(...quarters))} AND ${day} < ${firstDay(Math.max(...quarters) + 1)}`;

/** The first day of a quarter number, counted from 2000-Q1. */
const firstDay = (quarter: number): string =>
  `(DATE '2000-01-01' + make_interval(months => ${(quarter - 8000) * 3}))`;

/**
 * The quarters of an answer without a filter: those with a purchase line in the municipality. Rows of a
 * year are compared as a whole, so its other quarters come with them, though no report is expected in these.
 */
function quartersWithLines(groupBy: readonly string[]): string {
  const bought = "SELECT DISTINCT municipality_id, quarter FROM bought";
  if (firstPeriod(groupBy) !== "YEAR") return `SELECT *, true AS is_named FROM (${bought}) AS had`;
  return `SELECT municipality_id, quarter / 4 * 4 + later AS quarter, bool_or(later = quarter % 4) AS is_named
    FROM (${bought}) AS had, generate_series(0, 3) AS later GROUP BY 1, 2`;
}
