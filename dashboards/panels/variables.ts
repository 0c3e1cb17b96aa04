import type { Variable } from "./panel.ts";

/** The municipality that a panel is of. */
export const municipality: Variable = {
  label: { ko: "지방자치단체", en: "Municipality" },
  passedAs: "ofMunicipality",
  default: "41280",
  options: {
    question: "query Municipalities { municipalities { code name } }",
    rows: "municipalities",
    value: "code",
    text: "name",
    newestFirst: false,
  },
};

/** The department in charge, or all of them. */
export const department: Variable = {
  label: { ko: "소관부서", en: "Department" },
  passedAs: "inDepartments",
  default: null,
  all: { ko: "모든 부서", en: "All departments" },
  options: {
    question:
      "query Departments($ofMunicipality: ID!) { municipality(code: $ofMunicipality) { departments { name } } }",
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
    choices: {
      SOCIAL_ENTERPRISE: { ko: "사회적기업", en: "Social enterprise" },
      SOCIAL_ECONOMY: { ko: "사회적경제기업", en: "Social economy" },
    },
  },
};

/** The quarters that a summary has figures for, newest first. */
export const quarterOf = (summary: "fundingSummary" | "pledgeSummary"): Variable => ({
  label: { ko: "기준 분기", en: "Quarter" },
  passedAs: "atQuarter",
  default: null,
  options: {
    question: `query Quarters($ofMunicipality: ID!) {
  ${summary}(groupBy: [QUARTER], where: { municipality: [$ofMunicipality] }) { rows { quarter } }
}`,
    rows: `${summary}.rows`,
    value: "quarter",
    text: "quarter",
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
    question: `query Years($ofMunicipality: ID!) {
  ${summary}(${summary === "purchaseSummary" ? "basis: SOCIAL_ECONOMY, " : ""}groupBy: [YEAR], where: { municipality: [$ofMunicipality] }) { rows { year } }
}`,
    rows: `${summary}.rows`,
    value: "year",
    text: "year",
    newestFirst: true,
  },
});

/** One pledge of a municipality. */
export const pledge: Variable = {
  label: { ko: "공약", en: "Pledge" },
  passedAs: "ofPledge",
  default: null,
  options: {
    question: `query Pledges($ofMunicipality: ID!) {
  pledges(where: { municipality: [$ofMunicipality] }, first: 1000) { nodes { code title } }
}`,
    rows: "pledges.nodes",
    value: "code",
    text: "title",
    newestFirst: false,
  },
};
