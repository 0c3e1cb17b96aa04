import type { BoardHeader } from "../../../panels/panel.ts";
import { Comparison } from "../../../sql/summary/comparison.ts";

/** The board outlets. */
export const outletsBoard: BoardHeader = {
  name: "outlets",
  place: 4,
  title: { ko: "판매장", en: "Outlets" },
  description: {
    ko: "판매장의 매출과 같은 조건의 성장률, 보고 정도를 보입니다.",
    en: "Sales of outlets, growth like for like, and coverage.",
  },
  figures: [{ column: "growth", compareTo: Comparison.PREVIOUS_YEAR }],
};
