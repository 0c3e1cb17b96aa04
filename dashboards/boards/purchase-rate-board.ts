import { purchaseBases } from "../panels/purchase/purchase-bases.ts";
import { purchaseByDepartment } from "../panels/purchase/purchase-by-department.ts";
import { purchaseByKind } from "../panels/purchase/purchase-by-kind.ts";
import { purchaseByQuarter } from "../panels/purchase/purchase-by-quarter.ts";
import { purchaseTotals } from "../panels/purchase/purchase-totals.ts";
import type { Board } from "./board.ts";

/** How much departments buy from social enterprises, against their targets. */
export const purchaseRate: Board = {
  name: "purchase-rate",
  title: { ko: "우선구매율", en: "Purchase rate" },
  description: {
    ko: "부서마다 사회적경제기업에서 얼마나 사고 목표를 지키는지 보입니다.",
    en: "How much departments buy from social enterprises, against their targets.",
  },
  panels: [
    { panel: purchaseTotals, width: "full" },
    { panel: purchaseBases, width: "full" },
    { panel: purchaseByDepartment, width: "full" },
    { panel: purchaseByQuarter, width: "half" },
    { panel: purchaseByKind, width: "half" },
  ],
};
