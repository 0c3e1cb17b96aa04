import { Int } from "type-graphql";
import { QuarterScalar } from "../../core/scalars/scalars.ts";
import { byQuarter, byYear } from "../../sql/summary/dimensions.ts";
import type { Summary } from "../../sql/summary/summary.ts";
import { byDepartment } from "../department/department.ts";
import { byMunicipality } from "../municipality/municipality.ts";
import { joinPledge, pledge } from "../pledge/pledge.ts";
import { pledgeAsOf } from "../pledge/pledge-as-of.ts";
import { factCell, touchesCell } from "../release/fact-cell.ts";
import { FundingSource } from "./funding-kinds.ts";
import { fundingMeasures } from "./funding-measures.ts";
import { arrangeFunding } from "./funding-order.ts";
import { FundingOrder, type FundingQuestion } from "./funding-question.ts";
import { earlier, fundingLines } from "./funding-summary-lines.ts";
import { fundingSums } from "./funding-sums.ts";
import { FundingWhere } from "./funding-where.ts";

/** SQL of the quarter of an answer; null if there are several or none. */
function quarterOf({ where, groupBy }: FundingQuestion): string {
  if (where.quarter) return new Set(where.quarter).size === 1 ? String(where.quarter[0]) : "NULL::integer";
  if (groupBy.includes("QUARTER")) return "NULL::integer";
  return "SELECT CASE WHEN count(DISTINCT quarter) = 1 THEN max(quarter) END FROM quarters";
}

/** Declaration of fundingSummary: funding as reported for a quarter. */
export const fundingSummary: Summary<FundingQuestion> = {
  name: "Funding",
  title: { ko: "금액 집계", en: "funding" },
  basis: {
    ko: "한 줄은 한 분기에 보고된 한 공약·재원·해의 금액입니다.",
    en: "A line is what is reported for a quarter of a pledge, a source and a year.",
  },
  description: {
    ko: "한 분기에 보고된 금액의 집계. 공약·재원·해로는 더하지만 누계이므로 분기로는 더하지 않습니다. 여러 분기를 물으면 분기로 묶지 않은 행은 금액이 있는 마지막 분기의 것입니다. compareTo는 보고 분기로 견줍니다: 한 해 앞이면 금액의 해도 한 해 앞의 것.",
    en: "Funding as reported for a quarter. Amounts are added over pledges, sources and years, but never over quarters, because they are cumulative: if there are several quarters in question, a row that is not grouped by quarter shows only the lines of the last one that the municipality has figures for. `compareTo` compares quarters of reports: with PREVIOUS_YEAR, amounts of a year are compared with those of the year before it.",
  },
  where: FundingWhere,
  reach: ["funding_by_year"],
  arguments: {
    orderBy: {
      type: () => [FundingOrder],
      nullable: true,
      description: { ko: "순서. 빼면 키 순.", en: "Order of the rows. Default: by the keys." },
    },
    first: {
      type: () => Int,
      nullable: true,
      description: { ko: "앞의 몇 행만. 빼면 모두.", en: "Maximum number of rows. Default: all." },
    },
  },
  dimensions: {
    DEPARTMENT: {
      ...byDepartment,
      name: { ko: "소관부서(그 분기의)", en: "Department in charge in the quarter" },
    },
    PLEDGE: {
      field: "pledge",
      values: 300,
      to: pledge,
      name: {
        ko: "공약, 그 분기의 이름과 부서로",
        en: "Pledge, with its title and department in the quarter",
      },
      column: "pledge_id",
      carries: { municipality_id: "max(municipality_id)", of_quarter: "max(quarter)" },
      known: (scope) => `SELECT code AS value, title AS name
        FROM ${pledgeAsOf(`SELECT * FROM pledge WHERE ${scope.ofMunicipalities("pledge")}`, null, scope)} AS known`,
      order: {
        join: (scope) =>
          `LEFT JOIN pledge ON ${scope.ofMunicipality("pledge", "rows.municipality_id")} AND pledge.id = rows.pledge_id`,
        by: "pledge.sort_code",
      },
      join: joinPledge((row) => `${row}.of_quarter`),
    },
    SOURCE: {
      field: "source",
      type: () => FundingSource,
      name: { ko: "재원", en: "Source" },
      column: "source",
    },
    YEAR: {
      ...byYear,
      name: {
        ko: "금액이 속한 해(임기 전·후는 null)",
        en: "Year of the amount, null before and after the term",
      },
    },
    QUARTER: { ...byQuarter, name: { ko: "보고 분기", en: "Quarter of the report" } },
    MUNICIPALITY: byMunicipality,
  },
  measures: fundingMeasures,
  answer: {
    quarter: {
      field: {
        is: "value",
        type: () => QuarterScalar,
        nullable: true,
        sql: (row) => `${row}.answer_quarter`,
        description: {
          ko: "답이 속한 분기. 여러 분기면 null.",
          en: "The quarter of the answer; null if there are several or none.",
        },
      },
      columns: { answer_quarter: quarterOf },
    },
  },
  compares: true,
  comparedBy: "quarter",
  // The key YEAR is that of the amounts, not of the report.
  isComparable: ({ where }, keys) => keys.includes("QUARTER") || new Set(where.quarter).size === 1,
  shows: ({ question, present }) => (question.compareTo ? `${present.own("count(*)")} > 0` : "true"),
  facts: {
    key: ["municipality_id", "pledge_id", "source", "year", "quarter"],
    cell: factCell,
    touches: touchesCell,
    cells: (line, scope, { compareTo }) => {
      const { quarters, years } = earlier(compareTo);
      const back = (by: number) => `CASE WHEN ${line}.previous THEN ${by} ELSE 0 END`;
      return `SELECT cell.*, lower(cell.phase::text) AS field FROM funding_line AS cell
        WHERE ${scope.sameMunicipality("cell", line)} AND cell.pledge_id = ${line}.pledge_id
          AND cell.source = ${line}.source AND cell.year IS NOT DISTINCT FROM ${line}.year - ${back(years)}
          AND cell.quarter = ${line}.quarter - ${back(quarters)}`;
    },
  },
  whole: (key) => key === "QUARTER",
  sums: fundingSums,
  lines: fundingLines,
  linesOf: (_, keys) => (keys.includes("QUARTER") ? "lines" : "(SELECT * FROM lines WHERE is_last) AS lines"),
  arrange: arrangeFunding,
};
