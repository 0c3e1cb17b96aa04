import type { PlacedPanel } from "../../../panels/panel.ts";
import { budgetTotals } from "./budget-totals.ts";
import { executionByDepartment } from "./execution-by-department.ts";
import { executionByQuarter } from "./execution-by-quarter.ts";
import { fundingByYear } from "./funding-by-year.ts";
import { fundingLines } from "./funding-lines-panel.ts";
import { moneyBySource } from "./money-by-source.ts";
import { moneyByYear } from "./money-by-year.ts";
import { pledgeMoney } from "./pledge-money.ts";
import { pledgesBehind } from "./pledges-behind.ts";
import { publishedByYear } from "./published-by-year.ts";

const board = "budget-execution";

/** Money by source and year, and the departments and pledges that are behind. */
export const fundingPanels: readonly PlacedPanel[] = [
  { panel: budgetTotals, board, width: "full" },
  { panel: executionByDepartment, board, width: "half" },
  { panel: executionByQuarter, board, width: "half" },
  { panel: moneyBySource, board, width: "half" },
  { panel: moneyByYear, board, width: "half" },
  { panel: pledgesBehind, board, width: "full" },
  { panel: publishedByYear, board, width: "full" },
  { panel: fundingByYear },
  { panel: fundingLines },
  { panel: pledgeMoney },
];
