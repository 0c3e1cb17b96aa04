import { readFrom, readFromFields } from "../../../panels/cites.ts";
import { count, departmentColumn, grants, link, named, plain, words } from "../../../panels/columns.ts";
import { listArguments, listFields, listVariables } from "../../../panels/list-pages.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { anyQuarterOf, yearOf } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { anyOf, commonVariables, department } from "../../../panels/variables.ts";
import { enterpriseKindWords } from "../../enterprise/enterprise-kind.ts";

/** The purchases of the selected year and department, largest first. */
export const purchaseLines: SummaryPanel = {
  name: "purchase-lines",
  title: { ko: "구매 내역", en: "Purchases" },
  description: {
    ko: "고른 조건의 구매를 금액 순으로 보입니다. 유형은 구매일에 유효한 인증의 것입니다.",
    en: "The purchases for these choices, largest first; the kind is that of the certificate on the day.",
  },
  question: `query PurchaseLines($ofMunicipality: ID!, $knownAt: DateTime, $inYear: [Int!]!, $inDepartments: [String!], $atQuarter: [Quarter!], $ofKind: [EnterpriseKind!], ${listVariables(200)}) {
  ${provenanceFields}
  purchases(asOf: $knownAt, where: { municipality: [$ofMunicipality], year: $inYear, department: $inDepartments, quarter: $atQuarter, enterpriseKind: $ofKind }, orderBy: AMOUNT_DESC, ${listArguments}) {
    nodes { number purchasedOn department { name url } amount isGrant enterprise { name url } ${readFromFields} }
    ${listFields}
  }
}`,
  variables: {
    ...commonVariables,
    year: yearOf("purchaseSummary"),
    department,
    quarter: anyQuarterOf("purchaseSummary"),
    kind: anyOf({ ko: "기업 유형", en: "Kind of enterprise" }, "ofKind", enterpriseKindWords, {
      ko: "모든 구매",
      en: "All purchases",
    }),
  },
  rows: "purchases.nodes",
  columns: {
    number: link("구매번호", "Number", "number", "document.url", "line"),
    day: plain("day", "구매일", "Day", "purchasedOn"),
    department: departmentColumn,
    enterprise: named("사회적경제기업", "Enterprise", "enterprise.name"),
    grant: words("구분", "Of which", "isGrant", grants),
    amount: count("금액", "Amount", "amount", { ko: "원", en: "won" }),
  },
  cites: readFrom,
  chart: { kind: "table" },
  empty: { ko: "이 조건으로 보고된 구매가 없습니다.", en: "No purchase is reported for these choices." },
};
