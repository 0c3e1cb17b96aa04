import { count, departmentColumn, link, plain } from "../columns.ts";
import { origin } from "../origin.ts";
import type { SummaryPanel } from "../panel.ts";
import { department, municipality, yearOf } from "../variables.ts";

/** The two hundred largest purchases of the year and department. */
export const purchaseLines: SummaryPanel = {
  name: "purchase-lines",
  title: { ko: "구매 내역", en: "Purchases" },
  description: {
    ko: "고른 해와 부서의 구매를 금액 순으로 200건까지 보입니다.",
    en: "The two hundred largest purchases of the year and department.",
  },
  question: `query PurchaseLines($ofMunicipality: ID!, $inYear: Int!, $inDepartments: [String!]) {
  ${origin}
  purchases(where: { municipality: [$ofMunicipality], year: [$inYear], department: $inDepartments }, orderBy: AMOUNT_DESC, first: 200) {
    nodes { number purchasedOn department { name } amount isGrant enterprise { name } line document { name url } }
  }
}`,
  variables: { municipality, year: yearOf("purchaseSummary"), department },
  rows: "purchases.nodes",
  columns: {
    number: link("구매번호", "Number", "number", "document.url", "line"),
    day: plain("text", "구매일", "Day", "purchasedOn"),
    department: departmentColumn,
    enterprise: plain("text", "사회적경제기업", "Enterprise", "enterprise.name"),
    amount: count("금액", "Amount", "amount", { ko: "원", en: "won" }),
  },
  chart: { kind: "table" },
};
