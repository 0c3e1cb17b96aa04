import { nextPlans } from "../panels/pledge/next-plans.ts";
import { plansAndResults } from "../panels/pledge/plans-and-results.ts";
import { pledgesByState } from "../panels/pledge/pledges-by-state.ts";
import { progressTotals } from "../panels/pledge/progress-totals.ts";
import { stateChanges } from "../panels/pledge/state-changes.ts";
import { statesByDepartment } from "../panels/pledge/states-by-department.ts";
import { statesByQuarter } from "../panels/pledge/states-by-quarter.ts";
import type { Board } from "./board.ts";

/** The states of pledges and what changed. */
export const pledgeProgress: Board = {
  name: "pledge-progress",
  title: { ko: "공약 이행", en: "Pledge progress" },
  description: {
    ko: "공약이 어느 상태이고 무엇이 달라졌으며 계획이 어떻게 되었는지 보입니다.",
    en: "The states of pledges, what changed, and what came of plans.",
  },
  panels: [
    { panel: progressTotals, width: "full" },
    { panel: pledgesByState, width: "half" },
    { panel: statesByQuarter, width: "half" },
    { panel: stateChanges, width: "full" },
    { panel: statesByDepartment, width: "full" },
    { panel: plansAndResults, width: "full" },
    { panel: nextPlans, width: "full" },
  ],
};
