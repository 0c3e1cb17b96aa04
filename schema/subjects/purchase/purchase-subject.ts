import { declaredSummary } from "../../sql/summary/summary-resolver.ts";
import type { Subject } from "../subject-module.ts";
import { purchasePanels } from "./panels/purchase-panels.ts";
import { Purchase } from "./purchase.ts";
import { purchaseFeed } from "./purchase-feed.ts";
import {
  PurchaseResolver,
  PurchasesOfDepartmentResolver,
  PurchasesOfEnterpriseResolver,
} from "./purchase-resolver.ts";
import { purchaseSummary } from "./purchase-summary.ts";
import { PurchaseTarget } from "./purchase-target.ts";
import { purchaseTargetFeed } from "./purchase-target-feed.ts";
import { TargetsOfDepartmentResolver } from "./purchase-target-resolver.ts";

/** Purchases of departments, and what share of them they aim at. */
export const purchaseSubject: Subject = {
  feeds: [purchaseFeed, purchaseTargetFeed],
  summaries: [declaredSummary(purchaseSummary)],
  resolvers: [
    PurchaseResolver,
    PurchasesOfDepartmentResolver,
    PurchasesOfEnterpriseResolver,
    TargetsOfDepartmentResolver,
  ],
  entities: [Purchase, PurchaseTarget],
  panels: purchasePanels,
};
