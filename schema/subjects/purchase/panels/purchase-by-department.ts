import {
  departmentColumn,
  departmentCount,
  fraction,
  millionWon,
  money,
  rateOfMoney,
} from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { yearOf } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, department } from "../../../panels/variables.ts";
import { basis } from "./basis-variable.ts";

/** The mark across a bar is the target of the year. A department without purchases is shown as not reported. */
export const purchaseByDepartment: SummaryPanel = {
  name: "purchase-by-department",
  title: { ko: "부서별 우선구매율과 목표", en: "Purchase rate by department" },
  description: {
    ko: "막대를 가로지르는 표시는 그 해의 목표율입니다. 자료를 내지 않은 부서는 미보고로 보입니다.",
    en: "The mark across a bar is the target of the year. A department without purchases is shown as not reported.",
  },
  question: `query PurchaseByDepartment($ofMunicipality: ID!, $knownAt: DateTime, $inYear: [Int!]!, $inDepartments: [String!], $onBasis: PurchaseBasis!) {
  ${provenanceFields}
  purchaseSummary(asOf: $knownAt, basis: $onBasis, groupBy: [DEPARTMENT], where: { municipality: [$ofMunicipality], year: $inYear, department: $inDepartments }) {
    coverage { reporting expected }
    rows { department { name url } rate { value numerator denominator nullReason } target qualifying: qualifyingIn(unit: MILLION_WON) total: totalIn(unit: MILLION_WON) }
  }
}`,
  variables: { ...commonVariables, year: yearOf("purchaseSummary"), department, basis },
  rows: "purchaseSummary.rows",
  columns: {
    department: departmentColumn,
    rate: rateOfMoney("우선구매율", "Purchase rate", "rate", millionWon),
    target: fraction("목표율", "Target", "target", { ko: "목표 없음", en: "no target" }),
    qualifying: money("우선구매액", "Qualifying", "qualifying", millionWon),
    total: money("총구매액", "Total", "total", millionWon),
  },
  chart: {
    kind: "bars",
    category: "department",
    values: ["rate"],
    horizontal: true,
    stacked: false,
    target: "target",
  },
  coverage: { in: "answer", selector: "purchaseSummary.coverage", unit: departmentCount },
  facts: { panel: "purchase-lines", choices: { department: "department" } },
};
