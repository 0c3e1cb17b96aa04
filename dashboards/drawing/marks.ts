import { escapeText } from "../../schema/core/escape-markup.ts";
import { belowTargetName, isBelowTarget } from "../panel-table/below-target.ts";
import { figureText } from "../panel-table/panel-caption.ts";
import type { PanelTable } from "../panel-table/panel-table.ts";
import { pivot } from "../panel-table/pivot.ts";

/** What a bar, point or tile of a picture stands for. */
export interface Mark {
  /** What it says, in words, for those who come to it by keyboard. */
  label: string;
  /** Where the facts behind it are; null where nowhere. */
  address: string | null;
  /** The row of the table that it stands for; left out where the table is no list of rows. */
  row?: number;
}

const drawn =
  /<(path|g) ([^>]*ecmeta_series_index="(\d+)" ecmeta_data_index="(\d+)" ecmeta_ssr_type="chart"[^>]*)>([\s\S]*?)<\/\1>/g;

/**
 * Makes the marks of a picture links that a keyboard reaches and that need no script. What is drawn by
 * ECharts without a browser says of each mark which series and which place in it that is.
 */
export function linkMarks(svg: string, markOf: (series: number, place: number) => Mark | null): string {
  let linked = false;
  const marked = svg.replace(drawn, (shape, tag, _attributes, series, place) => {
    const mark = markOf(Number(series), Number(place));
    if (!mark) return shape;
    const row = mark.row === undefined ? "" : ` data-row="${mark.row}"`;
    if (mark.address === null) return `<g class="mark"${row}>${shape}</g>`;
    linked = true;
    // A tile has its words in it.
    const name = tag === "g" ? "" : ` aria-label="${escapeText(mark.label)}"`;
    return `<a class="mark" href="${escapeText(mark.address)}"${row}${name}>${shape}</a>`;
  });
  // What is inside of an image is nothing to a screen reader; the links are.
  return linked ? marked.replace('<svg role="img"', '<svg role="group"') : marked;
}

/** The marks of a table's picture; `addressOf` gives where the facts behind a row are. */
export function marksOf(table: PanelTable, addressOf: (row: number) => string | null) {
  const { chart } = table.panel;
  const set = chart.kind === "bars" ? pivot(table, chart) : null;
  return (series: number, place: number): Mark | null => {
    if (chart.kind === "table") return null;
    const isPivot = chart.kind === "bars" && chart.by !== undefined;
    const names = set ? [...set.chart.values, ...(set.chart.target ? [set.chart.target] : [])] : chart.values;
    const name = names[series];
    const pivoted = set?.table ?? table;
    const row = pivoted.rows[place];
    // What has no figure has nothing to see: its row of the table leads on.
    if (name === undefined || !row || !row.cells[name]?.value) return null;
    const at = isPivot ? row.sources?.[name] : place;
    if (at === undefined) return null;
    const category = chart.kind === "stats" ? "" : `${row.cells[chart.category]?.text ?? ""} `;
    const isBelow = chart.kind === "bars" && isBelowTarget(row, chart, name);
    const label = `${category}${figureText(pivoted, row, name)}${isBelow ? `, ${belowTargetName(table, chart)}` : ""}`;
    return { label, address: addressOf(at), row: at };
  };
}
