import type { PlacedPanel } from "../../../panels/panel.ts";
import { purchaseBases } from "./purchase-bases.ts";
import { purchaseByDepartment } from "./purchase-by-department.ts";
import { purchaseByKind } from "./purchase-by-kind.ts";
import { purchaseByQuarter } from "./purchase-by-quarter.ts";
import { purchaseLines } from "./purchase-lines.ts";
import { purchaseTotals } from "./purchase-totals.ts";

const board = "purchase-rate";

/** How much departments buy from social enterprises, against their targets. */
export const purchasePanels: readonly PlacedPanel[] = [
  { panel: purchaseTotals, board, width: "full" },
  { panel: purchaseBases, board, width: "full" },
  { panel: purchaseByDepartment, board, width: "full" },
  { panel: purchaseByQuarter, board, width: "half" },
  { panel: purchaseByKind, board, width: "half" },
  { panel: purchaseLines },
];
