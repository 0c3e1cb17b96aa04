import type { BoardHeader } from "../../../panels/panel.ts";
import { Comparison } from "../../../sql/summary/comparison.ts";

/** The board academy. */
export const academyBoard: BoardHeader = {
  name: "academy",
  place: 5,
  title: { ko: "아카데미", en: "Academy" },
  description: {
    ko: "과정마다 목표만큼 수강하고 수료했는지 보입니다.",
    en: "Whether courses are attended and completed as intended.",
  },
  figures: [{ column: "attainment", compareTo: Comparison.PREVIOUS_YEAR }],
};
