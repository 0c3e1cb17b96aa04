import { declaredSummary } from "../../sql/summary/summary-query.ts";
import type { Subject } from "../subject-module.ts";
import { purchasePanels } from "./panels/purchase-panels.ts";
import { purchaseRateBoard } from "./panels/purchase-rate-board.ts";
import { purchaseQueries } from "./purchase.ts";
import { purchaseFeed } from "./purchase-feed.ts";
import { purchaseSummary } from "./purchase-summary.ts";
import { purchaseTargetFeed } from "./purchase-target-feed.ts";
import "./purchase-target.ts";

/** Purchases of departments, and their targets. */
export const purchaseSubject: Subject = {
  feeds: [purchaseFeed, purchaseTargetFeed],
  queries: purchaseQueries,
  summaries: [declaredSummary(purchaseSummary)],
  panels: purchasePanels,
  boards: [purchaseRateBoard],
};
