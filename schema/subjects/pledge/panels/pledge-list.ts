import { citationAt, citationFields } from "../../../panels/cites.ts";
import { code, departmentColumn, named, words } from "../../../panels/columns.ts";
import { listArguments, listFields, listVariables } from "../../../panels/list-pages.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { quarterOf } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { anyOf, commonVariables, department } from "../../../panels/variables.ts";
import { pledgeStateWords } from "../pledge-state.ts";

/** The pledges of the selected state and department. */
export const pledgeList: SummaryPanel = {
  name: "pledge-list",
  title: { ko: "공약 목록", en: "Pledges" },
  description: {
    ko: "고른 상태와 부서의 공약입니다. 상태를 누르면 적힌 줄이 열립니다.",
    en: "The pledges of the selected state and department. A state opens the line that it stands in.",
  },
  question: `query PledgeList($ofMunicipality: ID!, $knownAt: DateTime, $atQuarter: Quarter!, $inDepartments: [String!], $inState: [PledgeState!], $isStated: Boolean, ${listVariables(200)}) {
  ${provenanceFields}
  pledges(asOf: $knownAt, where: { municipality: [$ofMunicipality], quarter: [$atQuarter], department: $inDepartments, state: $inState, hasState: $isStated }, ${listArguments}) {
    nodes { code title url department { name url } stated: statedState(quarter: $atQuarter) { state ${citationFields} } }
    ${listFields}
  }
}`,
  variables: {
    ...commonVariables,
    quarter: quarterOf("pledgeSummary"),
    department,
    state: {
      ...anyOf({ ko: "이행 상태", en: "State" }, "inState", pledgeStateWords, {
        ko: "모든 상태",
        en: "All states",
      }),
      none: { label: { ko: "미보고", en: "Not reported" }, passedAs: "isStated" },
    },
  },
  rows: "pledges.nodes",
  columns: {
    title: named("공약", "Pledge", "title"),
    code: code("번호", "Code", "code"),
    department: departmentColumn,
    state: words("이행 상태", "State", "stated.state", pledgeStateWords, "stated.citation.url"),
  },
  cites: citationAt("stated.citation"),
  chart: { kind: "table" },
  empty: { ko: "이 조건의 공약이 없습니다.", en: "There is no pledge for these choices." },
  facts: { panel: "funding-lines", choices: { pledge: "code" } },
};
