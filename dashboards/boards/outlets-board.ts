import { growthByOutlet } from "../panels/outlet/growth-by-outlet.ts";
import { outletTotals } from "../panels/outlet/outlet-totals.ts";
import { salesByMonth } from "../panels/outlet/sales-by-month.ts";
import { salesByOutletKind } from "../panels/outlet/sales-by-outlet-kind.ts";
import type { Board } from "./board.ts";

/** Sales of outlets, growth like for like, and coverage. */
export const outlets: Board = {
  name: "outlets",
  title: { ko: "판매장", en: "Outlets" },
  description: {
    ko: "판매장의 매출과 같은 조건의 성장률, 보고 정도를 보입니다.",
    en: "Sales of outlets, growth like for like, and coverage.",
  },
  panels: [
    { panel: outletTotals, width: "full" },
    { panel: salesByMonth, width: "full" },
    { panel: growthByOutlet, width: "half" },
    { panel: salesByOutletKind, width: "half" },
  ],
};
