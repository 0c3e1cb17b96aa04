import { citationAt, citationFields } from "../../../panels/cites.ts";
import { code, named, plain, words } from "../../../panels/columns.ts";
import { listArguments, listFields, listVariables } from "../../../panels/list-pages.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { quarterOf } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, department } from "../../../panels/variables.ts";
import { pledgeStateWords } from "../pledge-state.ts";

/** Pledges whose state differs from the one stated previously. */
export const stateChanges: SummaryPanel = {
  name: "state-changes",
  title: { ko: "지난 분기 뒤 달라진 공약", en: "What changed since the last quarter" },
  description: {
    ko: "앞서 밝힌 상태와 기준 분기의 상태가 다른 공약입니다. 상태를 누르면 적힌 줄이 열립니다.",
    en: "Pledges whose state at the quarter differs from the one stated before. A state opens its line.",
  },
  question: `query StateChanges($ofMunicipality: ID!, $knownAt: DateTime, $atQuarter: [Quarter!]!, $inDepartments: [String!], ${listVariables(200)}) {
  ${provenanceFields}
  stateChanges(asOf: $knownAt, where: { municipality: [$ofMunicipality], quarter: $atQuarter, department: $inDepartments }, ${listArguments}) {
    nodes { pledge { code title url department { name url } } before { quarter state citation { url } } after { state ${citationFields} } }
    ${listFields}
  }
}`,
  variables: { ...commonVariables, quarter: quarterOf("pledgeSummary"), department },
  rows: "stateChanges.nodes",
  columns: {
    title: named("공약", "Pledge", "pledge.title"),
    code: code("번호", "Code", "pledge.code"),
    department: named("소관부서", "Department", "pledge.department.name"),
    before: words("앞 상태", "Before", "before.state", pledgeStateWords, "before.citation.url"),
    after: words("달라진 상태", "After", "after.state", pledgeStateWords, "after.citation.url"),
    since: plain("quarter", "앞 상태의 분기", "Quarter before", "before.quarter"),
  },
  cites: citationAt("after.citation"),
  chart: { kind: "table" },
  empty: { ko: "앞서 밝힌 상태와 달라진 공약이 없습니다.", en: "No pledge differs from its state before." },
};
