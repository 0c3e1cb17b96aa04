import { courseQuarters } from "../panels/academy/course-quarters.ts";
import { fundingLines } from "../panels/budget/funding-lines-panel.ts";
import { pledgeMoney } from "../panels/budget/pledge-money.ts";
import { outletMonths } from "../panels/outlet/outlet-months.ts";
import type { Panel } from "../panels/panel.ts";
import { pledgeList } from "../panels/pledge/pledge-list.ts";
import { purchaseLines } from "../panels/purchase/purchase-lines.ts";
import { fundingByYear } from "../panels/report/funding-by-year.ts";
import { boards } from "./boards.ts";

const onBoards = [...boards.values()].flatMap((board) => board.panels.map(({ panel }) => panel));
/** They show the facts that marks of other panels lead to. */
const ofFacts = [courseQuarters, fundingLines, outletMonths, pledgeList, pledgeMoney, purchaseLines];

/** Every panel of the hub, by name: the table of contents. */
export const panels: ReadonlyMap<string, Panel> = new Map(
  [fundingByYear, ...onBoards, ...ofFacts].map((panel) => [panel.name, panel]),
);
