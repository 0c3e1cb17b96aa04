import type { Feed, FeedColumn } from "../../../schema/feeds/feed.ts";
import { displayText, isBlank, type Table, type TableRow } from "../../documents/table.ts";
import { compact, isBookkeeping, matchHeading, parseHeading } from "./heading.ts";
import { isPlaceholder, isRemark, isTotalLabel } from "./row-labels.ts";

/** Rows that are looked at. */
const mostRows = 1_000;
/** Sheets that hold the choices of a drop-down. */
const choicesSheet = /드롭|콤보|선택|유효성|list|lookup|drop/i;
const shortName = /^[\p{L}\d·()-]{2,15}$/u;
const tableFile = /\.(?:csv|tsv)$/i;

/**
 * Whether a table is on a form of one column, such as that of departments: its heading alone occurs in other tables,
 * on cover sheets and in notes too. It is if most values look as they do on the form, and nothing else stands beside
 * the heading.
 */
export function isListForm(feed: Feed, table: Table, heading: TableRow): boolean {
  const [column] = feed.columns;
  const index = heading.cells.findIndex((cell) => isHeadingOf(column!, displayText(cell)));
  const others = heading.cells.filter((cell, at) => at !== index && !isBlank(cell));
  const hasOthers = others.some((cell) => !isBookkeeping(parseHeading(displayText(cell))));
  const { isFirst, values } = lookAt(table, heading, index);
  const isProse = table.format === "CSV" && !tableFile.test(table.name);
  if ((hasOthers || isProse) && !isFirst) return false;
  if (choicesSheet.test(table.sheet ?? "") || values.some(isPlaceholder)) return false;
  const { typical } = column!;
  if (!typical || values.length === 0) return !hasOthers || values.length > 0;
  // In prose every line below counts; a table has totals and remarks.
  const names = isProse ? values : values.filter((value) => !isTotalLabel(value) && !isRemark(value));
  const typicalCount = names.filter((value) => typical.test(value)).length;
  if (typicalCount > 0 && typicalCount * 2 >= names.length) return true;
  return !isProse && isNamedFor(feed, table) && names.every((value) => shortName.test(value));
}

/** Whether the file or the sheet is called as the feed is, so that unusual names are those of the form. */
const isNamedFor = ({ title }: Feed, { name, sheet }: Table): boolean =>
  [name, sheet ?? ""].some((text) => compact(text).includes(compact(title.ko)));

const isHeadingOf = (column: FeedColumn, text: string): boolean =>
  matchHeading(parseHeading(text), column) !== "other";

/** Whether a heading is the first filled row of its table, and the texts below it. */
function lookAt(table: Table, heading: TableRow, index: number): { isFirst: boolean; values: string[] } {
  const values: string[] = [];
  let isFirst = true;
  for (const batch of table.batches())
    for (const row of batch) {
      if (row.line < heading.line && !row.cells.every(isBlank)) isFirst = false;
      const text = displayText(row.cells[index]).trim();
      if (row.line > heading.line && text !== "") values.push(text);
      if (values.length >= mostRows) return { isFirst, values };
    }
  return { isFirst, values };
}
