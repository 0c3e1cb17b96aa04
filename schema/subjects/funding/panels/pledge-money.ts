import { code, money, named, rateBeside, rateOfMoney } from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { fundingYear, quarterOf } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { anyOf, commonVariables, department } from "../../../panels/variables.ts";
import { fundingSourceWords } from "../funding-kinds.ts";

/** The amounts of each pledge for the selected source, year and department. */
export const pledgeMoney: SummaryPanel = {
  name: "pledge-money",
  title: { ko: "공약별 금액", en: "Money by pledge" },
  description: {
    ko: "고른 재원, 연도, 부서의 금액을 공약마다 보입니다. 근거에 금액이 적힌 줄이 있습니다.",
    en: "The amounts of each pledge for the source, year and department chosen; the facts are their lines.",
  },
  question: `query PledgeMoney($ofMunicipality: ID!, $knownAt: DateTime, $atQuarter: [Quarter!]!, $inDepartments: [String!], $ofSource: [FundingSource!], $inYear: [Int!], $isOfYear: Boolean) {
  ${provenanceFields}
  fundingSummary(asOf: $knownAt, groupBy: [PLEDGE], where: { municipality: [$ofMunicipality], quarter: $atQuarter, department: $inDepartments, source: $ofSource, year: $inYear, hasYear: $isOfYear }) {
    rows { pledge { code title url department { name url } } planned: plannedIn(unit: HUNDRED_MILLION_WON) secured: securedIn(unit: HUNDRED_MILLION_WON) budgeted: budgetedIn(unit: HUNDRED_MILLION_WON) executed: executedIn(unit: HUNDRED_MILLION_WON) published: publishedIn(unit: HUNDRED_MILLION_WON) execution { value numerator denominator nullReason } coverage { reporting expected } }
  }
}`,
  variables: {
    ...commonVariables,
    quarter: quarterOf("fundingSummary"),
    department,
    source: anyOf({ ko: "재원", en: "Source" }, "ofSource", fundingSourceWords, {
      ko: "모든 재원",
      en: "All sources",
    }),
    year: fundingYear,
  },
  rows: "fundingSummary.rows",
  columns: {
    title: named("공약", "Pledge", "pledge.title"),
    code: code("번호", "Code", "pledge.code"),
    department: named("소관부서", "Department", "pledge.department.name"),
    planned: money("총사업비", "Planned", "planned"),
    secured: money("확보액", "Secured", "secured"),
    budgeted: money("예산현액", "Budgeted", "budgeted"),
    executed: money("집행액", "Executed", "executed"),
    published: money("단계 미상 금액", "Phase not stated", "published"),
    execution: rateBeside(rateOfMoney("집행률", "Execution rate", "execution"), "executed", "budgeted"),
  },
  chart: { kind: "table" },
  empty: { ko: "이 조건으로 보고된 금액이 없습니다.", en: "No amounts are reported for these choices." },
  coverage: { in: "row", selector: "coverage", unit: { ko: "건", en: "lines" } },
  facts: { panel: "funding-lines", choices: { pledge: "code" } },
};
