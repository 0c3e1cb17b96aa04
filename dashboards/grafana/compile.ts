import {
  type Dashboard,
  DashboardBuilder,
  TimePickerBuilder,
} from "@grafana/grafana-foundation-sdk/dashboard";
import type { Panel } from "../panels/panel.ts";
import { barChart } from "./bar-chart.ts";
import { boardVariables } from "./board-variables.ts";
import { figuresTable, subjectTable } from "./tables.ts";

/** The schema version that Grafana 9.4 to 13 all read; the SDK's own is too new for the oldest. */
const schemaVersion = 38;

/** Where a panel's board is committed, from the project's folder. */
export const boardFile = (panel: Panel): string => `dashboards/grafana/boards/${panel.name}.json`;

/** A panel's board as Grafana's file provisioning reads it. */
export const boardText = (panel: Panel): string => `${JSON.stringify(compileBoard(panel), null, 2)}\n`;

/** The board of a panel: what it is of, its picture and its table, all by the panel's one question. */
function compileBoard(panel: Panel): Dashboard {
  // The SDK gives panels no id, and Grafana needs one.
  const board = new DashboardBuilder(panel.title.ko)
    .uid(`hub-${panel.name}`)
    .description(panel.description.ko)
    .tags(["hub"])
    .timezone("Asia/Seoul")
    .weekStart("monday")
    .fiscalYearStartMonth(0)
    .timepicker(new TimePickerBuilder().hidden(true))
    .variables(boardVariables(panel))
    .withPanel(subjectTable(panel).id(1).height(4).span(24))
    .withPanel(barChart(panel).id(2).height(12).span(24))
    .withPanel(figuresTable(panel).id(3).height(18).span(24))
    .build();
  return { ...board, schemaVersion };
}
