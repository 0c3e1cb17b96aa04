import type { BoardHeader } from "../../../panels/panel.ts";
import { Comparison } from "../../../sql/summary/comparison.ts";

/** The board pledge-progress. */
export const pledgeProgressBoard: BoardHeader = {
  name: "pledge-progress",
  place: 3,
  title: { ko: "공약 이행", en: "Pledge progress" },
  description: {
    ko: "공약이 어느 상태이고 무엇이 달라졌으며 계획이 어떻게 되었는지 보입니다.",
    en: "The states of pledges, what changed, and what came of plans.",
  },
  figures: [{ column: "completed", compareTo: Comparison.PREVIOUS_QUARTER }],
  attention: "state-changes",
};
