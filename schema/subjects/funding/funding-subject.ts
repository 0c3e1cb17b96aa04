import { declaredSummary } from "../../sql/summary/summary-query.ts";
import type { Subject } from "../subject-module.ts";
import { budgetFeed } from "./budget-feed.ts";
import { fundingSummary } from "./funding-summary.ts";
import { budgetExecutionBoard } from "./panels/budget-execution-board.ts";
import { fundingPanels } from "./panels/funding-panels.ts";
import "./funding-line.ts";

/** Money for pledges, by source, phase and year. */
export const fundingSubject: Subject = {
  feeds: [budgetFeed],
  afterRelease: ({ municipalityId, number }) => `SELECT roll_up_funding(${municipalityId}, ${number})`,
  summaries: [declaredSummary(fundingSummary)],
  panels: fundingPanels,
  boards: [budgetExecutionBoard],
};
