import { citationAt, citationFields } from "../../../panels/cites.ts";
import { link, named, plain, words } from "../../../panels/columns.ts";
import { listArguments, listFields, listVariables } from "../../../panels/list-pages.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { quarterOf } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, department } from "../../../panels/variables.ts";

/** Plans for the quarter in earlier reports, beside the results then reported. */
export const plansAndResults: SummaryPanel = {
  name: "plans-and-results",
  title: { ko: "계획과 그 결과", en: "Plans and what came of them" },
  description: {
    ko: "앞 분기 보고서가 기준 분기에 하겠다고 한 일과, 기준 분기 보고서가 했다고 한 일입니다.",
    en: "What the report before planned for the quarter, and what the quarter's own report says was done.",
  },
  question: `query PlansAndResults($ofMunicipality: ID!, $knownAt: DateTime, $atQuarter: [Quarter!]!, $inDepartments: [String!], ${listVariables(200)}) {
  ${provenanceFields}
  statements(asOf: $knownAt, where: { municipality: [$ofMunicipality], aboutQuarter: $atQuarter, department: $inDepartments }, ${listArguments}) {
    nodes { section report { quarter pledge { code title url } } text parent { text } ${citationFields} }
    ${listFields}
  }
}`,
  variables: { ...commonVariables, quarter: quarterOf("pledgeSummary"), department },
  rows: "statements.nodes",
  columns: {
    text: link("적힌 글", "Text", "text", "citation.url"),
    parent: plain("text", "윗 항목", "Under", "parent.text"),
    section: words("무엇", "What", "section", {
      PLAN: { ko: "앞 분기에 세운 계획", en: "Planned the quarter before" },
      THIS_QUARTER: { ko: "이 분기 실적", en: "Result of the quarter" },
    }),
    code: named("공약", "Pledge", "report.pledge.code"),
  },
  cites: citationAt("citation"),
  chart: { kind: "table" },
  empty: {
    ko: "이 분기의 계획이나 실적을 적은 보고서가 없습니다.",
    en: "No report tells of plans for the quarter or of its results.",
  },
};
