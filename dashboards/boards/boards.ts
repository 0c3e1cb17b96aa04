import { academy } from "./academy-board.ts";
import type { Board } from "./board.ts";
import { budgetExecution } from "./budget-execution-board.ts";
import { dataTrust } from "./data-trust-board.ts";
import { outlets } from "./outlets-board.ts";
import { pledgeProgress } from "./pledge-progress-board.ts";
import { purchaseRate } from "./purchase-rate-board.ts";

/** Every board of the hub, by name, in the order of the menu. */
export const boards: ReadonlyMap<string, Board> = new Map(
  [budgetExecution, purchaseRate, pledgeProgress, outlets, academy, dataTrust].map((board) => [
    board.name,
    board,
  ]),
);
