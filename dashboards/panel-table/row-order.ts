import { getPath } from "../../schema/panels/get-path.ts";
import type { SummaryPanel } from "../../schema/panels/panel.ts";

type Row = Record<string, unknown>;

/**
 * The rows of an answer in the order in which they are shown: codes of bars and of their pieces in the order that
 * their column declares, what is not reported last; all else as the hub gives it.
 */
export function sortRows(panel: SummaryPanel, rows: Row[]): Row[] {
  const { chart } = panel;
  if (chart.kind !== "bars") return rows;
  const ofBar = placesIn(panel, rows, chart.category);
  const ofPiece = chart.by ? placesIn(panel, rows, chart.by) : () => 0;
  return rows.toSorted((one, other) => ofBar(one) - ofBar(other) || ofPiece(one) - ofPiece(other));
}

function placesIn({ columns }: SummaryPanel, rows: Row[], name: string): (row: Row) => number {
  const column = columns[name];
  const inColumn = (row: Row) => String(getPath(row, column?.selector ?? name));
  const order = column?.kind === "choice" ? Object.keys(column.choices) : rows.map(inColumn);
  return (row) => {
    const place = order.indexOf(inColumn(row));
    return place < 0 ? order.length : place;
  };
}
