import { type Dashboard, DashboardBuilder } from "@grafana/grafana-foundation-sdk/dashboard";
import type { DocumentPanel, SummaryPanel } from "../../schema/panels/panel.ts";
import type { Variable } from "../../schema/panels/variable.ts";
import { fundingByYear } from "../../schema/subjects/funding/panels/funding-by-year.ts";
import { type Board, variablesOf } from "../boards/board.ts";
import { boards } from "../boards/boards.ts";
import { boardVariables } from "./board-variables.ts";
import { barChart } from "./report-bar-chart.ts";
import { figuresTable, subjectTable } from "./report-tables.ts";
import { sourceLine } from "./source-line.ts";
import { summaryPanel } from "./summary-panels.ts";

/** The schema version that Grafana 9.4 to 13 all read; the SDK's own is too new for the oldest. */
const schemaVersion = 38;

/** Everything that Grafana gets a board of: the boards, and the panel of reports by itself. */
export const compiled: { name: string; build: () => DashboardBuilder }[] = [
  { name: fundingByYear.name, build: () => reportBoard(fundingByYear) },
  ...[...boards.values()].map((board) => ({ name: board.name, build: () => summaryBoard(board) })),
];

/** Where a board is committed, from the project's folder. */
export const boardFile = (name: string): string => `dashboards/grafana/boards/${name}.json`;

/** A board as Grafana's file provisioning reads it. */
export const boardText = (builder: DashboardBuilder): string =>
  `${JSON.stringify({ ...builder.build(), schemaVersion } satisfies Dashboard, null, 2)}\n`;

const board = (name: string, title: string, description: string, variables: Record<string, Variable>) =>
  new DashboardBuilder(title)
    .uid(`hub-${name}`)
    .description(description)
    .tags(["hub"])
    .timezone("Asia/Seoul")
    .weekStart("monday")
    .fiscalYearStartMonth(0)
    .variables(boardVariables(variables));

/** The board of a document's panel: what it is of, its picture and its table, all by the panel's one question. */
// The SDK gives panels no id, and Grafana needs one.
const reportBoard = (panel: DocumentPanel): DashboardBuilder =>
  board(panel.name, panel.title.ko, panel.description.ko, panel.variables)
    .withPanel(subjectTable(panel).id(1).height(4).span(24))
    .withPanel(barChart(panel).id(2).height(12).span(24))
    .withPanel(figuresTable(panel).id(3).height(18).span(24));

/** Each panel with its line below; panels of half the width stand side by side, and so do their lines. */
function summaryBoard(declared: Board): DashboardBuilder {
  const { name, title, description, panels } = declared;
  const builder = board(name, title.ko, description.ko, variablesOf(declared)).time(timeOf(declared));
  let [x, y, id] = [0, 0, 0];
  for (const { panel, width } of panels) {
    const [w, h] = [width === "full" ? 24 : 12, heightOf(panel)];
    if (x + w > 24) [x, y] = [0, y + 12 + lineHeight];
    builder.withPanel(summaryPanel(panel).id(++id).gridPos({ x, y, w, h }));
    builder.withPanel(
      sourceLine(panel)
        .id(++id)
        .gridPos({ x, y: y + h, w, h: lineHeight }),
    );
    [x, y] = x + w >= 24 ? [0, y + h + lineHeight] : [x + w, y];
  }
  return builder;
}

/** What lines show at first, until a reader chooses: quarters of four years, months of two. */
const timeOf = ({ panels }: Board) => {
  const months = panels.some(({ panel: { chart, columns } }) => {
    return chart.kind === "lines" && columns[chart.category]?.kind === "month";
  });
  return { from: months ? "now-1y/y" : "now-3y/y", to: "now/y" };
};

const lineHeight = 3;
const heightOf = ({ chart }: SummaryPanel) => (chart.kind === "stats" ? 4 : 12);
