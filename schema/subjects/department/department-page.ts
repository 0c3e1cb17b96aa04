import { code, link, words } from "../../panels/columns.ts";
import type { EntityPage } from "../../panels/entity-page.ts";
import { provenanceFields } from "../../panels/provenance.ts";
import { pledgeStateWords } from "../pledge/pledge-state.ts";

/** The page of a department: its pledges, money and purchases. */
export const departmentPage: EntityPage = {
  folder: "departments",
  kind: { ko: "부서", en: "Department" },
  keys: { name: { passedAs: "department" } },
  question: `query DepartmentPage($ofMunicipality: ID!, $knownAt: DateTime, $department: String!) {
  ${provenanceFields}
  department(municipality: $ofMunicipality, name: $department, asOf: $knownAt) {
    name url citation { document { name } url }
    pledges(first: 200) { totalCount nodes { code title url state } }
  }
}`,
  entity: "department",
  title: code("이름", "Name", "name"),
  facts: { citation: link("출처", "Source", "citation.document.name", "citation.url") },
  tables: [
    {
      title: { ko: "소관 공약", en: "Pledges in charge of" },
      rows: "department.pledges.nodes",
      total: "department.pledges.totalCount",
      columns: {
        title: link("공약", "Pledge", "title", "url"),
        code: code("번호", "Code", "code"),
        state: words("최근 이행 상태", "Latest state", "state", pledgeStateWords),
      },
    },
  ],
  panels: [
    { name: "budget-totals", choices: { department: "name" } },
    { name: "execution-by-quarter", choices: { department: "name" } },
    { name: "purchase-totals", choices: { department: "name" } },
    { name: "purchase-by-quarter", choices: { department: "name" } },
  ],
};
