import { InputType } from "type-graphql";
import { firstPeriod, quartersBack, quartersNamed } from "../../sql/summary/comparison.ts";
import {
  MunicipalityFilter,
  QuarterFilter,
  whereDescription,
  YearFilter,
} from "../../sql/summary/filters.ts";
import { factsAt } from "../../sql/summary/kept-sums.ts";
import type { Question } from "../../sql/summary/question.ts";
import { DepartmentFilter, ofDepartments } from "../department/department.ts";
import { PurchaseBasis } from "./purchase-basis.ts";
import { purchaseSums } from "./purchase-sums.ts";

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

/** A question to the summary of purchases. */
export interface PurchaseQuestion extends Question {
  where: PurchaseWhere;
  basis: PurchaseBasis;
}

/**
 * Table expressions that end in `lines`: purchases by department, quarter and kind of enterprise (null
 * if none counts), with `reported`, and for each department with a target a line without `reported` in each
 * quarter of the answer. If the question is by fact, there is a line per purchase, with `purchase_id`. `amount` is the amount that counts on the basis; `previous` marks the compared period, in the
 * quarter that it is compared with.
 */
export function purchaseLines(question: PurchaseQuestion, sums: string | null): string {
  const { scope, where, basis, compareTo, groupBy, byFact } = question;
  const [amount, id] = byFact
    ? ["CASE WHEN counts THEN amount END", "purchase_id"]
    : ["sum(amount) FILTER (WHERE counts)", "NULL::integer AS purchase_id"];
  const { parameters } = scope;
  const back = quartersBack(compareTo);
  const requested = quartersNamed(where);
  const quarters = requested && parameters.add(requested);
  const readQuarters = requested && [...requested, ...requested.map((quarter) => quarter - back)];
  const department = ofDepartments(where.department, "municipality_id", "department_id", scope);
  const counts = basis === PurchaseBasis.SOCIAL_ECONOMY ? "NOT is_grant" : "true";
  const kinds = basis === PurchaseBasis.SOCIAL_ECONOMY ? "true" : "kind = 'CERTIFIED_SOCIAL_ENTERPRISE'";
  const ids = scope.municipalities.map(({ id }) => id).join();
  return `
    purchases AS (
      SELECT municipality_id, department_id, quarter, amount,${byFact ? " purchase_id," : ""} ${counts} AS counts,
        CASE WHEN ${counts} AND ${kinds} THEN kind END AS kind
      FROM ${sums ?? factsAt(purchaseSums, scope)} AS sums
      WHERE true${readQuarters ? ` AND ${within("quarter", readQuarters)}` : ""}
    ),
    periods AS (
      ${
        quarters
          ? `SELECT municipality_id, quarter, true AS is_requested
             FROM unnest('{${ids}}'::integer[]) AS municipality_id, unnest(${quarters}::integer[]) AS quarter`
          : quartersWithLines(groupBy)
      }
    ),
    amounts AS (
      SELECT municipality_id, department_id, quarter, kind, ${amount} AS amount, ${id}
      FROM purchases WHERE true ${department}
      ${byFact ? "" : "GROUP BY municipality_id, department_id, quarter, kind"}
    ),
    target AS (
      SELECT municipality_id, department_id, year, rate FROM purchase_target
      WHERE ${scope.facts("purchase_target")} AND basis = ${parameters.add(basis)}::purchase_basis
        AND rate IS NOT NULL ${department}
    ),
    rows_of_periods AS (
      SELECT municipality_id, department_id, quarter, kind, amount, purchase_id, true AS reported, false AS previous
      FROM amounts JOIN periods USING (municipality_id, quarter)
      ${
        back === 0
          ? ""
          : `UNION ALL SELECT amounts.municipality_id, department_id, periods.quarter, kind, amount, purchase_id, true, true
      FROM amounts JOIN periods
        ON periods.municipality_id = amounts.municipality_id AND periods.quarter = amounts.quarter + ${back}`
      }
      UNION ALL SELECT target.municipality_id, department_id, quarter, NULL, NULL, NULL, false, false
      FROM target JOIN periods
        ON periods.municipality_id = target.municipality_id AND quarter / 4 = year AND is_requested
    ),
    lines AS (
      SELECT rows_of_periods.*, quarter / 4 AS year, rate AS target
      FROM rows_of_periods LEFT JOIN target ON target.municipality_id = rows_of_periods.municipality_id
        AND target.department_id = rows_of_periods.department_id AND target.year = quarter / 4
    )`;
}

/** SQL condition for a quarter to be in the range of some; false without any. */
const within = (column: string, quarters: readonly number[]): string =>
  quarters.length === 0 ? "false" : `${column} BETWEEN ${Math.min(...quarters)} AND ${Math.max(...quarters)}`;

/**
 * The quarters of an answer without a filter: those with a purchase line in the municipality. Rows of a
 * year are compared as a whole, so its other quarters come with them, although no report is expected in these.
 */
function quartersWithLines(groupBy: readonly string[]): string {
  const purchaseQuarters = "SELECT DISTINCT municipality_id, quarter FROM purchases";
  if (firstPeriod(groupBy) !== "YEAR")
    return `SELECT *, true AS is_requested FROM (${purchaseQuarters}) AS purchase_quarters`;
  return `SELECT municipality_id, quarter / 4 * 4 + later AS quarter, bool_or(later = quarter % 4) AS is_requested
    FROM (${purchaseQuarters}) AS purchase_quarters, generate_series(0, 3) AS later GROUP BY 1, 2`;
}
