import { readFrom, readFromFields } from "../../../panels/cites.ts";
import { count, link, plain } from "../../../panels/columns.ts";
import { listArguments, listFields, listVariables } from "../../../panels/list-pages.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { anyYearOf, monthOfSales } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { anyListed, anyOf, commonVariables, department } from "../../../panels/variables.ts";
import { outletKinds } from "./outlet-kinds.ts";

/** The sales of each outlet and month, each with its line. */
export const outletMonths: SummaryPanel = {
  name: "outlet-months",
  title: { ko: "판매장의 달 매출", en: "Monthly sales of outlets" },
  description: {
    ko: "고른 판매장과 기간의 달마다 매출입니다. 판매장을 누르면 적힌 줄이 열립니다.",
    en: "The sales of each month for these choices. An outlet opens the line that it stands in.",
  },
  question: `query OutletMonths($ofMunicipality: ID!, $knownAt: DateTime, $inYear: [Int!], $ofOutlet: [ID!], $ofKind: [OutletKind!], $inMonth: [Month!], $inDepartments: [String!], ${listVariables(1000)}) {
  ${provenanceFields}
  outletSales(asOf: $knownAt, where: { municipality: [$ofMunicipality], department: $inDepartments, year: $inYear, outlet: $ofOutlet, kind: $ofKind, month: $inMonth }, ${listArguments}) {
    nodes { month sales enterprises outlet { code name url } ${readFromFields} }
    ${listFields}
  }
}`,
  variables: {
    ...commonVariables,
    year: anyYearOf("outletSalesSummary"),
    department,
    outlet: anyListed({ ko: "판매장", en: "Outlet" }, "ofOutlet", "outlets", {
      ko: "모든 판매장",
      en: "All outlets",
    }),
    kind: anyOf({ ko: "유형", en: "Kind" }, "ofKind", outletKinds, { ko: "모든 유형", en: "All kinds" }),
    month: monthOfSales,
  },
  rows: "outletSales.nodes",
  columns: {
    month: plain("month", "월", "Month", "month"),
    outlet: link("판매장", "Outlet", "outlet.name", "document.url", "line"),
    code: plain("text", "코드", "Code", "outlet.code"),
    sales: count("매출", "Sales", "sales", { ko: "원", en: "won" }),
    enterprises: count("참여 기업", "Enterprises", "enterprises", { ko: "개", en: "enterprises" }),
  },
  cites: readFrom,
  chart: { kind: "table" },
  empty: { ko: "이 조건으로 보고된 매출이 없습니다.", en: "No sales are reported for these choices." },
};
