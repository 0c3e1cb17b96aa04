import { code, count, link, plain, wholeWon, words } from "../../panels/columns.ts";
import type { EntityPage } from "../../panels/entity-page.ts";
import { provenanceFields } from "../../panels/provenance.ts";
import { outletKindWords } from "./outlet-kind.ts";

/** The page of an outlet: its sales by month. */
export const outletPage: EntityPage = {
  folder: "outlets",
  kind: { ko: "판매장", en: "Outlet" },
  keys: { code: { passedAs: "outlet" } },
  question: `query OutletPage($ofMunicipality: ID!, $knownAt: DateTime, $outlet: ID!) {
  ${provenanceFields}
  outlet(municipality: $ofMunicipality, code: $outlet, asOf: $knownAt) {
    code name url kind openedOn closedOn partner line document { name url } pledge { title url }
    sales(first: 200) { totalCount nodes { month sales enterprises line document { name url } } }
  }
}`,
  entity: "outlet",
  title: plain("text", "이름", "Name", "name"),
  facts: {
    code: code("판매장코드", "Code", "code"),
    kind: words("유형", "Kind", "kind", outletKindWords),
    opened: plain("text", "문을 연 날", "Opened", "openedOn"),
    closed: plain("text", "닫은 날", "Closed", "closedOn"),
    partner: plain("text", "함께 운영하는 기관", "Partner", "partner"),
    pledge: link("공약", "Pledge", "pledge.title", "pledge.url"),
    source: link("출처", "Source", "document.name", "document.url", "line"),
  },
  tables: [
    {
      title: { ko: "달마다의 매출", en: "Sales by month" },
      rows: "outlet.sales.nodes",
      total: "outlet.sales.totalCount",
      columns: {
        month: plain("month", "월", "Month", "month"),
        sales: count("매출", "Sales", "sales", wholeWon),
        enterprises: count("참여 기업", "Enterprises", "enterprises", { ko: "개", en: "enterprises" }),
        source: link("출처", "Source", "document.name", "document.url", "line"),
      },
    },
  ],
};
