import type { Bars } from "../../schema/panels/chart.ts";
import { belowTargetName, isBelowTarget } from "./below-target.ts";
import type { PanelTable, TableColumn, TableRow } from "./panel-table.ts";
import { coverageMark, isPartial } from "./partial.ts";
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
    return last ? [`${nameOf(table, last, category)} ${figureText(table, last, name)}`] : [];
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

/** A row by its category, with how much of it is reported where that is not all. */
function nameOf({ language, coverage }: PanelTable, row: TableRow, category: string): string {
  const name = row.cells[category]?.text ?? "";
  if (!row.coverage || !isPartial(row, category)) return name;
  const mark = `${coverageMark(row.coverage)}${language === "ko" ? "" : " "}${coverage?.unit ?? ""}`;
  return language === "ko" ? `${name}(${mark} 보고)` : `${name} (${mark} reported)`;
}

/** The highest and lowest bars of those that compare: of which all is reported, and which are no row of what is not. */
function ofBars(table: PanelTable, chart: Bars): string {
  const { category } = chart;
  const value = chart.values[0] ?? "";
  const ko = table.language === "ko";
  const figureOf = ({ cells }: TableRow) => cells[value]?.value;
  const withFigure = table.rows.filter((row) => typeof figureOf(row) === "number");
  const partial = withFigure.filter((row) => isPartial(row, category));
  const compared = withFigure.filter((row) => !partial.includes(row) && row.cells[category]?.value !== null);
  const figures = compared.map((row) => Number(figureOf(row)));
  // What reads the same is the same to readers.
  const rowsLike = (figure: number) => {
    const text = compared[figures.indexOf(figure)]?.cells[value]?.text;
    return compared.filter((row) => row.cells[value]?.text === text);
  };
  const [highest, lowest] = [rowsLike(Math.max(...figures)), rowsLike(Math.min(...figures))];
  const silent = table.rows.filter(({ cells }) => cells[value]?.value === null);
  const below = withFigure.filter((row) => isBelowTarget(row, chart));
  const list = (rows: TableRow[]) => rows.map((row) => nameOf(table, row, category)).join(", ");
  // One that has nothing to compare with is neither.
  const areCompared = compared.length > 1 || (compared.length === 1 && partial.length === 0);
  const isSame = compared.length > 1 && highest.length === compared.length;
  return [
    isSame && `${ko ? "모두 같음" : "All the same"}: ${tied(table, highest, category, value)}.`,
    !isSame && areCompared && `${ko ? "최고" : "Highest"}: ${tied(table, highest, category, value)}.`,
    !isSame && compared.length > 1 && `${ko ? "최저" : "Lowest"}: ${tied(table, lowest, category, value)}.`,
    below.length > 0 && `${belowTargetName(table, chart)}: ${list(below)}.`,
    partial.length > 0 &&
      `${ko ? "일부만 보고되어 견주지 않음" : "Reported in part and not compared"}: ${list(partial)}.`,
    silent.length > 0 &&
      `${ko ? "수치 없음" : "Without a figure"}: ${silent.map((row) => `${row.cells[category]?.text}(${row.cells[value]?.text})`).join(", ")}.`,
  ]
    .filter((part) => typeof part === "string")
    .join(" ");
}

/** Rows with the same figure, and the figure: with its parts if it is of one row. */
function tied(table: PanelTable, rows: TableRow[], category: string, value: string): string {
  const names = rows.map((row) => row.cells[category]?.text).join(", ");
  const [first] = rows;
  if (!first || rows.length === 1) return first ? `${names} ${figureText(table, first, value)}` : "";
  const cell = { ...first.cells[value]!, parts: null };
  return `${names} ${figureText(table, { ...first, cells: { ...first.cells, [value]: cell } }, value)}`;
}
