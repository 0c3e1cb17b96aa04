import type { BoardHeader } from "../../../panels/panel.ts";
import { Comparison } from "../../../sql/summary/comparison.ts";

/** The board purchase-rate. */
export const purchaseRateBoard: BoardHeader = {
  name: "purchase-rate",
  place: 2,
  title: { ko: "우선구매율", en: "Purchase rate" },
  description: {
    ko: "부서마다 사회적경제기업에서 얼마나 사고 목표를 지키는지 보입니다.",
    en: "How much departments buy from social enterprises, against their targets.",
  },
  figures: [{ column: "rate", compareTo: Comparison.PREVIOUS_YEAR }],
};
