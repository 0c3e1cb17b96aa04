import { searchableTable } from "../../sql/searchable.ts";
import { declaredSummary } from "../../sql/summary/summary-query.ts";
import type { Subject } from "../subject-module.ts";
import { outletQueries } from "./outlet.ts";
import { outletFeed } from "./outlet-feed.ts";
import { outletPage } from "./outlet-page.ts";
import { outletSalesFeed } from "./outlet-sales-feed.ts";
import { outletSalesQueries } from "./outlet-sales-queries.ts";
import { outletSalesSummary } from "./outlet-sales-summary.ts";
import { outletPanels } from "./panels/outlet-panels.ts";
import { outletsBoard } from "./panels/outlets-board.ts";

/** Outlets of social enterprises and their sales. */
export const outletSubject: Subject = {
  feeds: [outletFeed, outletSalesFeed],
  queries: [...outletQueries, ...outletSalesQueries],
  summaries: [declaredSummary(outletSalesSummary)],
  searchables: [
    searchableTable({
      kind: "OUTLET",
      name: { ko: "판매장", en: "Outlet" },
      folder: "outlets",
      table: "outlet",
      code: "found.code",
      title: "found.name",
      text: "concat_ws(' ', found.code, found.name, found.partner)",
      ofPledge: true,
    }),
  ],
  panels: outletPanels,
  boards: [outletsBoard],
  pages: [outletPage],
};
