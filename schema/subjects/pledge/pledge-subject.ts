import { declaredSummary } from "../../sql/summary/summary-query.ts";
import type { Subject } from "../subject-module.ts";
import { pledgePanels } from "./panels/pledge-panels.ts";
import { pledgeProgressBoard } from "./panels/pledge-progress-board.ts";
import { pledgeFeed } from "./pledge-feed.ts";
import { pledgePage } from "./pledge-page.ts";
import { pledgeQueries } from "./pledge-queries.ts";
import { pledgeSummary } from "./pledge-summary.ts";
import { searchablePledges } from "./searchable-pledges.ts";

/** Pledges and their progress. */
export const pledgeSubject: Subject = {
  feeds: [pledgeFeed],
  queries: pledgeQueries,
  summaries: [declaredSummary(pledgeSummary)],
  searchables: [searchablePledges],
  panels: pledgePanels,
  boards: [pledgeProgressBoard],
  pages: [pledgePage],
};
