import type { PlacedPanel } from "../../../panels/panel.ts";
import { growthByOutlet } from "./growth-by-outlet.ts";
import { outletMonths } from "./outlet-months.ts";
import { outletTotals } from "./outlet-totals.ts";
import { salesByMonth } from "./sales-by-month.ts";
import { salesByOutletKind } from "./sales-by-outlet-kind.ts";

const board = "outlets";

/** Sales of outlets, growth like for like, and coverage. */
export const outletPanels: readonly PlacedPanel[] = [
  { panel: outletTotals, board, width: "full" },
  { panel: salesByMonth, board, width: "full" },
  { panel: growthByOutlet, board, width: "half" },
  { panel: salesByOutletKind, board, width: "half" },
  { panel: outletMonths },
];
