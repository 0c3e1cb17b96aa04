import { citationAt, citationFields } from "../../../panels/cites.ts";
import { link, named } from "../../../panels/columns.ts";
import { listArguments, listFields, listVariables } from "../../../panels/list-pages.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { quarterOf } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, department } from "../../../panels/variables.ts";

/** Plans in reports on the quarter beside what the next reports say under the same headings. */
export const plansFollowedUp: SummaryPanel = {
  name: "plans-followed-up",
  title: { ko: "계획과 다음 분기 보고", en: "Plans beside the next reports" },
  description: {
    ko: "기준 분기 보고서의 계획과, 다음 분기 보고서가 같은 제목으로 적은 실적입니다. 같은 제목이 없으면 비워 두고 짐작하지 않습니다.",
    en: "Plans in reports on the quarter, and results in the next quarter's reports under the same heading; without one the place stays empty, as nothing is guessed.",
  },
  question: `query PlansFollowedUp($ofMunicipality: ID!, $knownAt: DateTime, $atQuarter: [Quarter!]!, $inDepartments: [String!], ${listVariables(200)}) {
  ${provenanceFields}
  planFollowUps(asOf: $knownAt, where: { municipality: [$ofMunicipality], quarter: $atQuarter, department: $inDepartments }, ${listArguments}) {
    nodes { plan { text ${citationFields} report { pledge { code title url } } } result { text citation { url } } }
    ${listFields}
  }
}`,
  variables: { ...commonVariables, quarter: quarterOf("pledgeSummary"), department },
  rows: "planFollowUps.nodes",
  columns: {
    plan: link("계획", "Plan", "plan.text", "plan.citation.url"),
    result: link("다음 분기 보고", "In the next report", "result.text", "result.citation.url"),
    code: named("공약", "Pledge", "plan.report.pledge.code"),
  },
  cites: citationAt("plan.citation"),
  chart: { kind: "table" },
  empty: {
    ko: "다음 분기 계획을 적은 보고서가 없습니다.",
    en: "No report on the quarter has plans for the next one.",
  },
};
