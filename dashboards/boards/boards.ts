import { academy } from "./academy.ts";
import type { Board } from "./board.ts";
import { budgetExecution } from "./budget-execution.ts";
import { dataTrust } from "./data-trust.ts";
import { outlets } from "./outlets.ts";
import { pledgeProgress } from "./pledge-progress.ts";
import { purchaseRate } from "./purchase-rate.ts";

/** Every board of the hub, by name, in the order of the menu. */
export const boards: ReadonlyMap<string, Board> = new Map(
  [budgetExecution, purchaseRate, pledgeProgress, outlets, academy, dataTrust].map((board) => [
    board.name,
    board,
  ]),
);
