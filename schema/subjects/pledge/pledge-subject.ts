import { declaredSummary } from "../../sql/summary/summary-resolver.ts";
import type { Subject } from "../subject-module.ts";
import { directPledges } from "./find-pledges.ts";
import { pledgePanels } from "./panels/pledge-panels.ts";
import { pledgeFeed } from "./pledge-feed.ts";
import { PledgeResolver } from "./pledge-resolver.ts";
import { pledgeSummary } from "./pledge-summary.ts";
import { StatedStateResolver } from "./stated-state-resolver.ts";

/** Pledges and how far they are. */
export const pledgeSubject: Subject = {
  feeds: [pledgeFeed],
  summaries: [declaredSummary(pledgeSummary)],
  resolvers: [PledgeResolver, StatedStateResolver],
  direct: { pledges: directPledges },
  panels: pledgePanels,
};
