import { declaredSummary } from "../../sql/summary/summary-resolver.ts";
import type { Subject } from "../subject-module.ts";
import { Outlet } from "./outlet.ts";
import { outletFeed } from "./outlet-feed.ts";
import { OutletMonth } from "./outlet-month.ts";
import { OutletResolver, OutletsOfPledgeResolver } from "./outlet-resolver.ts";
import { outletSalesFeed } from "./outlet-sales-feed.ts";
import { OutletSalesResolver } from "./outlet-sales-resolver.ts";
import { outletSalesSummary } from "./outlet-sales-summary.ts";
import { outletPanels } from "./panels/outlet-panels.ts";

/** Outlets for social enterprises and what they sell. */
export const outletSubject: Subject = {
  feeds: [outletFeed, outletSalesFeed],
  summaries: [declaredSummary(outletSalesSummary)],
  resolvers: [OutletResolver, OutletSalesResolver, OutletsOfPledgeResolver],
  entities: [Outlet, OutletMonth],
  panels: outletPanels,
};
