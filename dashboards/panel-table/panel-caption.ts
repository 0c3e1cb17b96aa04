import type { Bars } from "../../schema/panels/chart.ts";
import { belowTargetName, isBelowTarget } from "./below-target.ts";
import type { PanelTable, TableColumn, TableRow } from "./panel-table.ts";
import { pivot } from "./pivot.ts";

/** What a table's picture says, in a sentence, for those who see it and those who do not. */
export function panelCaption(table: PanelTable): string {
  const { panel, language, rows } = table;
  const { chart } = panel;
  const ko = language === "ko";
  if (chart.kind === "table" && rows.length === 0 && panel.empty) return panel.empty[language];
  if (chart.kind === "table" && chart.reported) return ofExpected(table, chart.reported);
  if (chart.kind === "table") return ofList(table);
  const [first] = rows;
  if (!first) return ko ? "보고된 것이 없습니다." : "Nothing is reported.";
  if (chart.kind === "stats")
    return `${chart.values.map((name) => figureText(table, first, name)).join(" · ")}.`;
  if (chart.kind === "lines") return overTime(table, chart.category, chart.values);
  const set = pivot(table, chart);
  if (set.chart.stacked) return ofStacks(set.table, chart.category, set.chart.values);
  return ofBars(set.table, set.chart);
}

const columnOf = ({ columns }: PanelTable, name: string): TableColumn | undefined =>
  columns.find((column) => column.name === name);

/** How many rows there are, and where the others are if only some are shown. */
function ofList({ rows, total, language }: PanelTable): string {
  const isCut = total !== null && total > rows.length;
  if (language === "ko")
    return isCut
      ? `${total}건 가운데 ${rows.length}건을 보입니다. CSV와 XLSX에는 모두 있습니다.`
      : `${rows.length}건입니다.`;
  return isCut ? `${rows.length} of ${total} rows are shown. CSV and XLSX have all.` : `${rows.length} rows.`;
}

/** How many rows of all that could be reported are, and which are not. */
function ofExpected({ rows, columns, language }: PanelTable, reported: string): string {
  const silent = rows.filter(({ cells }) => cells[reported]?.value === null);
  const names = silent.map(({ cells }) => cells[columns[0]?.name ?? ""]?.text).join(", ");
  const [all, reportedCount] = [rows.length, rows.length - silent.length];
  if (language === "ko")
    return `${all}가지 가운데 ${reportedCount}가지가 보고되었습니다.${names && ` 미보고: ${names}.`}`;
  return `${reportedCount} of ${all} are reported.${names && ` Not reported: ${names}.`}`;
}

/** A figure with its name, unit and parts: 집행률 72.9% (100 / 137 백만원). */
export function figureText(table: PanelTable, row: TableRow, name: string): string {
  const cell = row.cells[name];
  const column = columnOf(table, name);
  const gap = table.language === "ko" ? "" : " ";
  const unit = column?.unit && cell?.value !== null ? gap + column.unit : "";
  return `${column?.label} ${cell?.text ?? ""}${unit}${cell?.parts ? ` (${cell.parts})` : ""}`;
}

function overTime(table: PanelTable, category: string, values: string[]): string {
  const latest = values.flatMap((name) => {
    const last = table.rows.findLast(({ cells }) => typeof cells[name]?.value === "number");
    return last ? [`${last.cells[category]?.text} ${figureText(table, last, name)}`] : [];
  });
  const gaps = table.rows.filter(({ cells }) => values.every((name) => cells[name]?.value === null)).length;
  const missing = table.language === "ko" ? ` 미보고 기간 ${gaps}개.` : ` ${gaps} periods not reported.`;
  return `${latest.join(" · ") || (table.language === "ko" ? "미보고" : "Not reported")}.${gaps > 0 ? missing : ""}`;
}

/** Stacks over time are summed up by the last, for states never add up over quarters; others by their sum. */
function ofStacks(table: PanelTable, category: string, values: string[]): string {
  const overTime = table.panel.columns[category]?.kind === "quarter";
  const rows = overTime ? table.rows.slice(-1) : table.rows;
  const totals = values.flatMap((name) => {
    const total = rows.reduce((sum, { cells }) => sum + Number(cells[name]?.value ?? 0), 0);
    const column = columnOf(table, name);
    return total > 0 ? [`${column?.label} ${total}${table.language === "ko" ? column?.unit : ""}`] : [];
  });
  if (totals.length === 0) return table.language === "ko" ? "보고된 것이 없습니다." : "Nothing is reported.";
  const when = overTime ? `${rows[0]?.cells[category]?.text}: ` : "";
  return `${when}${totals.join(", ")}.`;
}

function ofBars(table: PanelTable, chart: Bars): string {
  const { category } = chart;
  const value = chart.values[0] ?? "";
  const ko = table.language === "ko";
  const nameOf = ({ cells }: TableRow) => cells[category]?.text ?? "";
  const figures = table.rows
    .flatMap((row) => {
      const found = row.cells[value]?.value;
      return typeof found === "number" ? [{ row, found }] : [];
    })
    .sort((one, other) => other.found - one.found);
  const silent = table.rows.filter(({ cells }) => cells[value]?.value === null);
  const below = figures.filter(({ row }) => isBelowTarget(row, chart));
  const highest = figures[0];
  const lowest = figures.at(-1);
  const list = (rows: TableRow[]) => rows.map(nameOf).join(", ");
  return [
    highest && `${ko ? "최고" : "Highest"}: ${nameOf(highest.row)} ${figureText(table, highest.row, value)}.`,
    lowest &&
      lowest !== highest &&
      `${ko ? "최저" : "Lowest"}: ${nameOf(lowest.row)} ${figureText(table, lowest.row, value)}.`,
    below.length > 0 && `${belowTargetName(table, chart)}: ${list(below.map(({ row }) => row))}.`,
    silent.length > 0 &&
      `${ko ? "수치 없음" : "Without a figure"}: ${silent.map((row) => `${nameOf(row)}(${row.cells[value]?.text})`).join(", ")}.`,
  ]
    .filter((part) => typeof part === "string")
    .join(" ");
}
