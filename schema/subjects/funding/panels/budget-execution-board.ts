import type { BoardHeader } from "../../../panels/panel.ts";
import { Comparison } from "../../../sql/summary/comparison.ts";

/** The board budget-execution. */
export const budgetExecutionBoard: BoardHeader = {
  name: "budget-execution",
  place: 1,
  title: { ko: "예산 집행", en: "Budget execution" },
  description: {
    ko: "돈이 어디에 있고 어느 부서와 공약이 늦는지 보입니다.",
    en: "Where the money is, and which departments and pledges are behind.",
  },
  figures: [
    { column: "execution", compareTo: Comparison.PREVIOUS_YEAR, reference: "elapsed" },
    { column: "securing", compareTo: Comparison.PREVIOUS_QUARTER },
  ],
  attention: "pledges-behind",
};
