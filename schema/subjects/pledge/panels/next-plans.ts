import { citationAt, citationFields } from "../../../panels/cites.ts";
import { link, named, plain } from "../../../panels/columns.ts";
import { listArguments, listFields, listVariables } from "../../../panels/list-pages.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { quarterOf } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, department } from "../../../panels/variables.ts";

/** Plans for the next quarter in reports on the quarter. */
export const nextPlans: SummaryPanel = {
  name: "next-plans",
  title: { ko: "다음 분기 계획", en: "Plans for the next quarter" },
  description: {
    ko: "기준 분기 보고서가 다음 분기에 하겠다고 한 일입니다.",
    en: "Plans for the next quarter in reports on the quarter.",
  },
  question: `query NextPlans($ofMunicipality: ID!, $knownAt: DateTime, $atQuarter: [Quarter!]!, $inDepartments: [String!], ${listVariables(200)}) {
  ${provenanceFields}
  statements(asOf: $knownAt, where: { municipality: [$ofMunicipality], quarter: $atQuarter, section: [PLAN], department: $inDepartments }, ${listArguments}) {
    nodes { report { pledge { code title url } } text parent { text } ${citationFields} }
    ${listFields}
  }
}`,
  variables: { ...commonVariables, quarter: quarterOf("pledgeSummary"), department },
  rows: "statements.nodes",
  columns: {
    text: link("적힌 글", "Text", "text", "citation.url"),
    parent: plain("text", "윗 항목", "Under", "parent.text"),
    code: named("공약", "Pledge", "report.pledge.code"),
  },
  cites: citationAt("citation"),
  chart: { kind: "table" },
  empty: {
    ko: "다음 분기 계획을 적은 보고서가 없습니다.",
    en: "No report tells of plans for the next quarter.",
  },
};
