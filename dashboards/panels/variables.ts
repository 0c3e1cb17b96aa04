import type { Localized } from "../../schema/core/localized.ts";
import { purchaseBasisWords } from "../../schema/subjects/purchase/purchase-basis.ts";
import type { Problem } from "../ask.ts";
import { noYear } from "./columns.ts";
import type { Variable } from "./panel.ts";

/** Reported on a database that has no municipality yet. */
export const noMunicipality: Problem = {
  code: "NO_MUNICIPALITY",
  text: { ko: "아직 등록된 지방자치단체가 없습니다.", en: "No municipality is registered yet." },
  remedy: {
    ko: "‘hub init --municipality 코드 --name 이름’으로 등록하거나 ‘hub init --demo’로 예시 자료를 불러오십시오.",
    en: "Register one with “hub init --municipality CODE --name NAME”, or load the demonstration with “hub init --demo”.",
  },
};

/** The municipality that figures are of; the hub lists its home municipality first, which so is the default. */
const municipality: Variable = {
  label: { ko: "지방자치단체", en: "Municipality" },
  passedAs: "ofMunicipality",
  default: null,
  emptyProblem: noMunicipality,
  options: {
    question: "query Municipalities { municipalities { code name } }",
    rows: "municipalities",
    value: "code",
    text: "name",
    newestFirst: false,
  },
};

/** The moment whose knowledge is shown: that of a release, or any other that an address names; without one, now. */
const asOf: Variable = {
  label: { ko: "공표 시점", en: "Published by" },
  passedAs: "knownAt",
  default: null,
  all: { ko: "지금", en: "Now" },
  isMoment: true,
  options: {
    question: `query Moments($ofMunicipality: ID!) {
  releases(municipality: $ofMunicipality, first: 1000) { nodes { publishedAt name nameEnglish: name(language: EN) } }
}`,
    rows: "releases.nodes",
    value: "publishedAt",
    text: "name",
    english: "nameEnglish",
    newestFirst: true,
  },
};

/** Whose figures a panel shows, as known when: the first choices of every panel. */
export const commonVariables = { municipality, asOf };

/** The department in charge, or all of them. */
export const department: Variable = {
  label: { ko: "소관부서", en: "Department" },
  passedAs: "inDepartments",
  default: null,
  all: { ko: "모든 부서", en: "All departments" },
  options: {
    question:
      "query Departments($ofMunicipality: ID!, $knownAt: DateTime) { municipality(code: $ofMunicipality, asOf: $knownAt) { departments { name } } }",
    rows: "municipality.departments",
    value: "name",
    text: "name",
    newestFirst: false,
  },
};

/** What counts as a preferential purchase. */
export const basis: Variable = {
  label: { ko: "기준", en: "Basis" },
  passedAs: "onBasis",
  default: "SOCIAL_ENTERPRISE",
  options: {
    choices: purchaseBasisWords,
  },
};

/** The quarters that a summary has figures for, newest first. */
export const quarterOf = (summary: "fundingSummary" | "pledgeSummary"): Variable => ({
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
export const yearOf = (
  summary: "purchaseSummary" | "outletSalesSummary" | "enrollmentSummary",
): Variable => ({
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

/** A year, or all of them: for lists of facts, which other choices bound. */
export const anyYearOf = (summary: Parameters<typeof yearOf>[0]): Variable => ({
  ...yearOf(summary),
  all: allYears,
});

/** The year that amounts are of, those of none, or all. */
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

/** The words for no quarter, where the hub then takes the last that has amounts. */
export const lastWithAmounts = { ko: "금액이 있는 마지막 분기", en: "The last with amounts" };

/** A quarter, or all of them. */
export const anyQuarterOf = (
  summary: "fundingSummary" | "purchaseSummary" | "enrollmentSummary",
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

/** One of some fixed codes, or all. */
export const anyOf = (
  label: Localized,
  passedAs: string,
  choices: Record<string, Localized>,
  all: Localized,
): Variable => ({ label, passedAs, default: null, all, options: { choices } });

/** One of the things that a list of the hub gives with code and name, or all. */
export const anyListed = (label: Localized, passedAs: string, list: string, all: Localized): Variable => ({
  label,
  passedAs,
  default: null,
  all,
  options: {
    question: `query Listed($ofMunicipality: ID!, $knownAt: DateTime) {
  ${list}(asOf: $knownAt, where: { municipality: [$ofMunicipality] }, first: 1000) { nodes { code name } }
}`,
    rows: `${list}.nodes`,
    value: "code",
    text: "name",
    newestFirst: false,
  },
});

/** One pledge of a municipality. */
export const pledge: Variable = {
  label: { ko: "공약", en: "Pledge" },
  passedAs: "ofPledge",
  default: null,
  options: {
    question: `query Pledges($ofMunicipality: ID!, $knownAt: DateTime) {
  pledges(asOf: $knownAt, where: { municipality: [$ofMunicipality] }, first: 1000) { nodes { code title } }
}`,
    rows: "pledges.nodes",
    value: "code",
    text: "title",
    newestFirst: false,
  },
};
