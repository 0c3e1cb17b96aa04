import { declaredSummary } from "../../sql/summary/summary-resolver.ts";
import type { Subject } from "../subject-module.ts";
import { budgetFeed } from "./budget-feed.ts";
import { FundingLine } from "./funding-line.ts";
import { FundingLineResolver } from "./funding-line-resolver.ts";
import { fundingSummary } from "./funding-summary.ts";
import { fundingPanels } from "./panels/funding-panels.ts";

/** Money for pledges, by source, phase and year. */
export const fundingSubject: Subject = {
  feeds: [budgetFeed],
  summaries: [declaredSummary(fundingSummary)],
  resolvers: [FundingLineResolver],
  entities: [FundingLine],
  panels: fundingPanels,
};
