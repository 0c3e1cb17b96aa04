import { boards } from "../boards/boards.ts";
import { courseQuarters } from "./academy/course-quarters.ts";
import { fundingLines } from "./budget/funding-lines.ts";
import { pledgeMoney } from "./budget/pledge-money.ts";
import { fundingByYear } from "./funding-by-year.ts";
import { outletMonths } from "./outlet/outlet-months.ts";
import type { Panel } from "./panel.ts";
import { pledgeList } from "./pledge/pledge-list.ts";
import { purchaseLines } from "./purchase/purchase-lines.ts";

const onBoards = [...boards.values()].flatMap((board) => board.panels.map(({ panel }) => panel));
/** They show the facts that marks of other panels lead to. */
const ofFacts = [courseQuarters, fundingLines, outletMonths, pledgeList, pledgeMoney, purchaseLines];

/** Every panel of the hub, by name: the table of contents. */
export const panels: ReadonlyMap<string, Panel> = new Map(
  [fundingByYear, ...onBoards, ...ofFacts].map((panel) => [panel.name, panel]),
);
