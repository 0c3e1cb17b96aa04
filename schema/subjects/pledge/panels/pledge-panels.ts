import type { PlacedPanel } from "../../../panels/panel.ts";
import { nextPlans } from "./next-plans.ts";
import { plansAndResults } from "./plans-and-results.ts";
import { plansFollowedUp } from "./plans-followed-up.ts";
import { pledgeList } from "./pledge-list.ts";
import { pledgesByState } from "./pledges-by-state.ts";
import { progressTotals } from "./progress-totals.ts";
import { stateChanges } from "./state-changes.ts";
import { statesByDepartment } from "./states-by-department.ts";
import { statesByQuarter } from "./states-by-quarter.ts";

const board = "pledge-progress";

/** States of pledges and their changes. */
export const pledgePanels: readonly PlacedPanel[] = [
  { panel: progressTotals, board, width: "full" },
  { panel: pledgesByState, board, width: "half" },
  { panel: statesByQuarter, board, width: "half" },
  { panel: stateChanges, board, width: "full" },
  { panel: statesByDepartment, board, width: "full" },
  { panel: plansAndResults, board, width: "full" },
  { panel: nextPlans, board, width: "full" },
  { panel: plansFollowedUp, board, width: "full" },
  { panel: pledgeList },
];
