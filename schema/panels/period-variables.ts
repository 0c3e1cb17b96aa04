import { noYear } from "./columns.ts";
import type { Variable } from "./variable.ts";

/** The query of a summary, of any subject. */
type SummaryName = `${string}Summary`;

/** The quarters that a summary has figures for, newest first. */
export const quarterOf = (summary: SummaryName): Variable => ({
  label: { ko: "기준 분기", en: "Quarter" },
  passedAs: "atQuarter",
  default: null,
  options: {
    question: `query Quarters($ofMunicipality: ID!, $knownAt: DateTime) {
  ${summary}(asOf: $knownAt, groupBy: [QUARTER], where: { municipality: [$ofMunicipality] }) { rows { quarter } }
}`,
    rows: `${summary}.rows`,
    value: "quarter",
    text: "quarter",
    period: "quarter",
    newestFirst: true,
  },
});

/** The years that a summary has figures for, newest first. */
export const yearOf = (summary: SummaryName): Variable => ({
  label: { ko: "연도", en: "Year" },
  passedAs: "inYear",
  default: null,
  isNumber: true,
  options: {
    question: `query Years($ofMunicipality: ID!, $knownAt: DateTime) {
  ${summary}(asOf: $knownAt, ${summary === "purchaseSummary" ? "basis: SOCIAL_ECONOMY, " : ""}groupBy: [YEAR], where: { municipality: [$ofMunicipality] }) { rows { year } }
}`,
    rows: `${summary}.rows`,
    value: "year",
    text: "year",
    newestFirst: true,
  },
});

const allYears = { ko: "모든 해", en: "All years" };

/** A year, or all of them: for lists of facts, which other variables restrict. */
export const anyYearOf = (summary: SummaryName): Variable => ({
  ...yearOf(summary),
  all: allYears,
});

/** The year of amounts, amounts without a year, or all. */
export const fundingYear: Variable = {
  label: { ko: "금액의 연도", en: "Year of the amounts" },
  passedAs: "inYear",
  default: null,
  isNumber: true,
  all: allYears,
  none: { label: noYear, passedAs: "isOfYear" },
  options: {
    question: `query FundingYears($ofMunicipality: ID!, $knownAt: DateTime, $atQuarter: [Quarter!]!) {
  fundingSummary(asOf: $knownAt, groupBy: [YEAR], where: { municipality: [$ofMunicipality], quarter: $atQuarter, hasYear: true }) { rows { year } }
}`,
    rows: "fundingSummary.rows",
    value: "year",
    text: "year",
    newestFirst: true,
  },
};

/** A month of a year that outlets have sales in, or all of them. */
export const monthOfSales: Variable = {
  label: { ko: "월", en: "Month" },
  passedAs: "inMonth",
  default: null,
  all: { ko: "모든 달", en: "All months" },
  options: {
    question: `query Months($ofMunicipality: ID!, $knownAt: DateTime, $inYear: [Int!]) {
  outletSalesSummary(asOf: $knownAt, groupBy: [MONTH], where: { municipality: [$ofMunicipality], year: $inYear }) { rows { month } }
}`,
    rows: "outletSalesSummary.rows",
    value: "month",
    text: "month",
    period: "month",
    newestFirst: false,
  },
};

/** Label of no quarter, for which the hub uses the last one with amounts. */
export const lastWithAmounts = { ko: "금액이 있는 마지막 분기", en: "The last with amounts" };

/** A quarter, or all of them. */
export const anyQuarterOf = (
  summary: SummaryName,
  all = { ko: "모든 분기", en: "All quarters" },
): Variable => ({
  label: { ko: "분기", en: "Quarter" },
  passedAs: "atQuarter",
  default: null,
  all,
  options: {
    question: `query AnyQuarters($ofMunicipality: ID!, $knownAt: DateTime) {
  ${summary}(asOf: $knownAt, ${summary === "purchaseSummary" ? "basis: SOCIAL_ECONOMY, " : ""}groupBy: [QUARTER], where: { municipality: [$ofMunicipality] }) { rows { quarter } }
}`,
    rows: `${summary}.rows`,
    value: "quarter",
    text: "quarter",
    period: "quarter",
    newestFirst: true,
  },
});
