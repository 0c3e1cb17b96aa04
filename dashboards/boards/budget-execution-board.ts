import { budgetTotals } from "../panels/budget/budget-totals.ts";
import { executionByDepartment } from "../panels/budget/execution-by-department.ts";
import { executionByQuarter } from "../panels/budget/execution-by-quarter.ts";
import { moneyBySource } from "../panels/budget/money-by-source.ts";
import { moneyByYear } from "../panels/budget/money-by-year.ts";
import { pledgesBehind } from "../panels/budget/pledges-behind.ts";
import { publishedByYear } from "../panels/budget/published-by-year.ts";
import type { Board } from "./board.ts";

/** Where the money is, and which departments and pledges are behind. */
export const budgetExecution: Board = {
  name: "budget-execution",
  title: { ko: "예산 집행", en: "Budget execution" },
  description: {
    ko: "돈이 어디에 있고 어느 부서와 공약이 늦는지 보입니다.",
    en: "Where the money is, and which departments and pledges are behind.",
  },
  panels: [
    { panel: budgetTotals, width: "full" },
    { panel: executionByDepartment, width: "half" },
    { panel: executionByQuarter, width: "half" },
    { panel: moneyBySource, width: "half" },
    { panel: moneyByYear, width: "half" },
    { panel: pledgesBehind, width: "full" },
    { panel: publishedByYear, width: "full" },
  ],
};
