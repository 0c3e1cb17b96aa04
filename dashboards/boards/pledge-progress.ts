import { pledgesByState } from "../panels/pledge/pledges-by-state.ts";
import { progressTotals } from "../panels/pledge/progress-totals.ts";
import { statesByDepartment } from "../panels/pledge/states-by-department.ts";
import { statesByQuarter } from "../panels/pledge/states-by-quarter.ts";
import type { Board } from "./board.ts";

/** The states of pledges and what changed. */
export const pledgeProgress: Board = {
  name: "pledge-progress",
  title: { ko: "공약 이행", en: "Pledge progress" },
  description: {
    ko: "공약이 어느 상태이고 무엇이 달라졌는지 보입니다.",
    en: "The states of pledges and what changed.",
  },
  panels: [
    { panel: progressTotals, width: "full" },
    { panel: pledgesByState, width: "half" },
    { panel: statesByQuarter, width: "half" },
    { panel: statesByDepartment, width: "full" },
  ],
};
