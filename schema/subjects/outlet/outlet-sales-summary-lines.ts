import { Field, InputType } from "type-graphql";
import { HubError } from "../../core/hub-error.ts";
import { describe } from "../../core/localized.ts";
import {
  firstPeriod,
  isComparable,
  periodOf,
  quartersBack,
  quartersNamed,
} from "../../sql/summary/comparison.ts";
import { CodeFilter, whereDescription } from "../../sql/summary/filters.ts";
import type { Question } from "../../sql/summary/question.ts";
import { OfPledgeWhere } from "../pledge/of-pledge-where.ts";
import { inChargeOf, ofPledges } from "../pledge/pledge-as-of.ts";
import { OutletKind } from "./outlet-kind.ts";

@InputType(whereDescription("매출", "sales"))
export class OutletSalesWhere extends OfPledgeWhere {
  @CodeFilter("판매장코드.", "Codes of outlets.")
  outlet?: string[] | null;

  @Field(() => [OutletKind], { nullable: true, description: describe("판매장 유형.", "Kinds of outlet.") })
  kind?: OutletKind[] | null;
}

/** A question to the summary of outlet sales. */
export interface OutletSalesQuestion extends Question {
  where: OutletSalesWhere;
  likeForLike: boolean;
}

/** Throws if likeForLike is used without compareTo. */
export function checkLikeForLike({ likeForLike, compareTo }: OutletSalesQuestion): void {
  if (!likeForLike || compareTo !== null) return;
  throw new HubError(
    "LIKE_FOR_LIKE_WITHOUT_COMPARISON",
    {
      ko: "likeForLike에는 견줄 기간(compareTo)이 필요합니다.",
      en: "likeForLike needs a period to compare with (compareTo).",
    },
    {
      ko: "compareTo: PREVIOUS_YEAR를 넣거나 likeForLike를 빼십시오.",
      en: "Add compareTo: PREVIOUS_YEAR, or leave likeForLike out.",
    },
  );
}

/**
 * Table expressions that end in `lines`: one row per outlet and month of the answer in which it was open or
 * had sales, and one with `previous` for the compared month. `matched`: both months have a figure. Without a
 * filter the answer covers the months, quarters or years (by the first such key) that have a figure in the
 * municipality.
 */
export function outletSalesLines(question: OutletSalesQuestion, kept: string | null): string {
  const { scope, where, groupBy, compareTo, likeForLike } = question;
  const { parameters } = scope;
  const municipalities = `unnest('{${scope.municipalities.map(({ id }) => id).join()}}'::integer[]) AS municipality_id`;
  const requested = quartersNamed(where);
  const size = { YEAR: 12, QUARTER: 3, MONTH: 1 }[firstPeriod(groupBy) ?? "MONTH"];
  const requestedMonths = requested
    ? `SELECT municipality_id, quarter * 3 + month AS month FROM ${municipalities},
        unnest(${parameters.add(requested)}::integer[]) AS quarter, generate_series(0, 2) AS month`
    : `SELECT DISTINCT municipality_id, sales.month / ${size} * ${size} + later AS month
       FROM sales, generate_series(0, ${size - 1}) AS later WHERE amount IS NOT NULL`;
  const back = quartersBack(compareTo) * 3;
  const areTold =
    likeForLike || groupBy.includes("OUTLET") || where.outlet || where.pledge || where.department;
  const sums = areTold ? null : kept;
  const columns =
    "municipality_id, outlet_id, code, kind, month, quarter, year, opened_on, closed_on, first_of_year, last_of_year";
  const line = (age: "now" | "before", previous: boolean) =>
    `SELECT ${columns}, ${age}_open AS open, 1 AS line_count, ${age}_amount AS amount, now_amount IS NOT NULL AND before_amount IS NOT NULL AS matched,
      ${previous} AS previous FROM pairs WHERE ${age}_open OR ${age}_amount IS NOT NULL`;
  const facts = `(SELECT municipality_id, outlet_code, month, amount FROM outlet_sales WHERE ${scope.facts("outlet_sales")})`;
  const common = `
    sales AS (SELECT * FROM ${sums ?? facts} AS sums),
    months AS (
      SELECT municipality_id, month, month / 3 AS quarter, month / 12 AS year,
        ${requested ? "min(month) OVER (PARTITION BY municipality_id, month / 12)" : "month / 12 * 12"} AS first_of_year,
        ${requested ? "max(month) OVER (PARTITION BY municipality_id, month / 12)" : "month / 12 * 12 + 11"} AS last_of_year
      FROM (${requestedMonths}) AS requested_months
    ),
    outlets AS (
      SELECT id AS outlet_id, municipality_id, code, kind, pledge_id, opened_on, closed_on,
        coalesce(${monthOf("opened_on")}, 0) AS opened, coalesce(${monthOf("closed_on")}, 2147483647) AS closed
      FROM outlet
      WHERE ${scope.facts("outlet")}${parameters.anyOf("code", "text", where.outlet)}${parameters.anyOf("kind", "outlet_kind", where.kind)}
        ${ofPledges(where.pledge, "municipality_id", "pledge_id", scope)}
    )`;
  if (sums)
    return `${common}, lines AS (${linesOfSums(question, 0)}${compareTo ? ` UNION ALL ${linesOfSums(question, back)}` : ""})`;
  return `${common},
    pairs AS (
      SELECT months.*, outlet_id, code, kind, opened_on, closed_on,
        months.month BETWEEN opened AND closed AS now_open, now.amount AS now_amount,
        months.month - ${back} BETWEEN opened AND closed AS before_open, before.amount AS before_amount
      FROM outlets JOIN months USING (municipality_id)
      LEFT JOIN sales AS now ON now.municipality_id = months.municipality_id
        AND now.outlet_code = code AND now.month = months.month
      LEFT JOIN sales AS before ON before.municipality_id = months.municipality_id
        AND before.outlet_code = code AND before.month = months.month - ${back}
      WHERE true${inChargeOf(where.department, scope, "outlets", "outlets.pledge_id", "months.quarter")}
    ),
    lines AS (${line("now", false)}${compareTo ? ` UNION ALL ${line("before", true)}` : ""})`;
}

/** SQL of lines `back` months earlier where outlets are not told apart: sums of their sales, and each month that each was open. */
function linesOfSums({ where, scope }: OutletSalesQuestion, back: number): string {
  const line = (table: string, open: boolean, count: string, amount: string) =>
    `SELECT months.municipality_id, ${table}.kind, months.month, quarter, year, ${open} AS open, ${count} AS line_count,
      ${amount} AS amount, ${back > 0} AS previous FROM months JOIN ${table} ON ${table}.municipality_id = months.municipality_id`;
  return `
    ${line("outlets", true, "1", "NULL::bigint")} AND months.month - ${back} BETWEEN opened AND closed
    UNION ALL
    ${line("sales", false, "line_count", "amount")} AND sales.month = months.month - ${back}
    WHERE amount IS NOT NULL AND sales.kind IS NOT NULL${scope.parameters.anyOf("sales.kind", "outlet_kind", where.kind)}`;
}

const monthOf = (day: string): string =>
  `(extract(year FROM ${day}) * 12 + extract(month FROM ${day}) - 1)::integer`;

/**
 * The lines that rows with these keys count: with likeForLike, those of outlets open from the first day of
 * the row's earlier period to the last day of its later one, with amounts only if both months have one.
 */
export function linesOfRows(question: OutletSalesQuestion, keys: readonly string[]): string {
  const { likeForLike, compareTo, where } = question;
  if (!likeForLike || !isComparable(question, keys)) return "lines";
  const [first, last] = {
    month: ["month", "month"],
    quarter: ["month / 3 * 3", "month / 3 * 3 + 2"],
    year: ["first_of_year", "last_of_year"],
  }[periodOf(keys, where)!];
  const start = firstDayOf(`(${first} - ${quartersBack(compareTo) * 3})`);
  const end = `${firstDayOf(`(${last} + 1)`)} - 1`;
  return `(
    SELECT municipality_id, outlet_id, code, kind, month, quarter, year, open, line_count, previous, CASE WHEN matched THEN amount END AS amount
    FROM lines WHERE coalesce(opened_on <= ${start}, true) AND coalesce(closed_on >= ${end}, true)
  ) AS lines`;
}

/** The first day of a month number, counted from January 2000. */
const firstDayOf = (month: string): string =>
  `(DATE '2000-01-01' + make_interval(months => ${month} - 24000))::date`;
