import { Int } from "type-graphql";
import { QuarterScalar } from "../../core/scalars/scalars.ts";
import { byDepartment, byQuarter, byYear } from "../../sql/summary/dimensions.ts";
import type { RawRow, Summary } from "../../sql/summary/summary.ts";
import { directPledge } from "../pledge/direct-pledge.ts";
import { Pledge, pledgeAt } from "../pledge/pledge.ts";
import { pledgesTold } from "../pledge/pledges-told.ts";
import { FundingSource } from "./funding-kinds.ts";
import { fundingMeasures } from "./funding-measures.ts";
import { arrangeFunding, FundingOrder } from "./funding-order.ts";
import { type FundingQuestion, fundingLines } from "./funding-summary-lines.ts";
import { FundingWhere } from "./funding-where.ts";

/** The quarter that an answer is of; null where several are meant or there is none. */
function quarterOf({ answer_quarter: quarter }: RawRow, { where, groupBy }: FundingQuestion): unknown {
  if (where.quarter) return new Set(where.quarter).size === 1 ? where.quarter[0] : null;
  return groupBy.includes("QUARTER") ? null : quarter;
}

/** Funding as reported at a quarter: declared for fundingSummary. */
export const fundingSummary: Summary<FundingQuestion> = {
  name: "Funding",
  title: { ko: "금액 집계", en: "funding" },
  means: {
    ko: "한 분기에 보고된 금액의 집계. 공약·재원·해로는 더하지만 누계이므로 분기로는 더하지 않습니다. 여러 분기를 물으면 분기로 묶지 않은 행은 금액이 있는 마지막 분기의 것입니다.",
    en: "Funding as reported at a quarter. Amounts add up over pledges, sources and years, never over quarters, because they are cumulative: where several quarters are meant, a row that is not of one of them shows the last of them that the municipality has figures for, and that quarter's lines only.",
  },
  where: FundingWhere,
  arguments: {
    orderBy: {
      type: () => [FundingOrder],
      nullable: true,
      means: { ko: "순서. 빼면 키 순.", en: "Order of the rows; left out: by the keys." },
    },
    first: {
      type: () => Int,
      nullable: true,
      means: { ko: "앞의 몇 행만. 빼면 모두.", en: "Only so many rows; left out: all." },
    },
  },
  dimensions: {
    DEPARTMENT: {
      ...byDepartment,
      name: { ko: "소관부서(그 분기의)", en: "Department in charge at the quarter" },
    },
    PLEDGE: {
      field: "pledge",
      type: () => Pledge,
      name: { ko: "공약, 그 분기의 이름과 부서로", en: "Pledge, with title and department of the quarter" },
      column: "pledge_id",
      carries: { of_quarter: "max(quarter)" },
      order: { join: "LEFT JOIN pledge ON pledge.id = pledge_id", by: "pledge.sort_code" },
      find: (id, context, knownAt, row) => pledgeAt(context, id, row.of_quarter as number, knownAt),
      direct: {
        type: directPledge,
        join: (row, alias, { time }) => {
          const ofRow = `SELECT * FROM pledge WHERE id = ${row}.pledge_id`;
          return `LEFT JOIN LATERAL ${pledgesTold(ofRow, `${row}.of_quarter`, time)} AS ${alias} ON true`;
        },
      },
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
  },
  measures: fundingMeasures,
  answer: {
    quarter: {
      type: () => QuarterScalar,
      nullable: true,
      means: {
        ko: "답이 속한 분기. 여러 분기면 null.",
        en: "The quarter that the answer is of; null where several are meant or there is none.",
      },
      columns: {
        answer_quarter: () =>
          "SELECT CASE WHEN count(DISTINCT quarter) = 1 THEN max(quarter) END FROM quarters",
      },
      value: quarterOf,
    },
  },
  compares: false,
  whole: (key) => key === "QUARTER",
  lines: fundingLines,
  linesOf: (_, keys) => (keys.includes("QUARTER") ? "lines" : "(SELECT * FROM lines WHERE is_last) AS lines"),
  arrange: arrangeFunding,
};
