import { sameRule } from "./geometry.ts";
import { isTable, type PageItem, type PdfCell, type PdfTable } from "./page-items.ts";
import { continues } from "./paragraphs.ts";

/** The items of all pages in order, with tables that go on over the end of a page made one. */
export function joinTables(pages: PageItem[][]): PageItem[] {
  const joined: PageItem[] = [];
  for (const [first, ...others] of pages) {
    if (!first) continue;
    const last = joined.at(-1);
    if (last && isTable(last) && isTable(first) && hasSameColumns(last, first)) append(last, first);
    else joined.push(first);
    joined.push(...others);
  }
  return joined;
}

const hasSameColumns = ({ columns }: PdfTable, { columns: others }: PdfTable): boolean =>
  columns.length === others.length && columns.every((at, index) => Math.abs(at - others[index]!) <= sameRule);

const textOf = ({ lines }: PdfCell): string => lines.map(({ text }) => text).join("");
const rowOf = ({ cells }: PdfTable, row: number): PdfCell[] => cells.filter((cell) => cell.row === row);

/** Adds the rows of a table on the next page. */
function append(table: PdfTable, next: PdfTable): void {
  const repeated = repeatsHeading(table, next) ? 1 : 0;
  const lowest = table.cells.filter(({ row, rowSpan }) => row + rowSpan === table.rowCount);
  const highest = rowOf(next, repeated);
  const isSplit = splitsRow(lowest, highest);
  const shift = table.rowCount - repeated - (isSplit ? 1 : 0);
  for (const cell of next.cells) {
    if (cell.row < repeated) continue;
    const above = cell.row === repeated ? lowest.find((lower) => covers(lower, cell)) : undefined;
    if (above && (isSplit || (isMerged(above, cell) && goesOn(above, cell)))) {
      above.lines.push(...cell.lines);
      above.rowSpan += cell.rowSpan - (isSplit ? 1 : 0);
    } else {
      table.cells.push({ ...cell, row: cell.row + shift });
    }
  }
  table.rowCount += next.rowCount - repeated - (isSplit ? 1 : 0);
}

/** Whether the first row is the table's heading once more. */
function repeatsHeading(table: PdfTable, next: PdfTable): boolean {
  const heading = rowOf(table, 0);
  const first = rowOf(next, 0);
  return (
    next.rowCount > 1 &&
    first.length === heading.length &&
    first.every((cell, index) => cell.rowSpan === 1 && textOf(cell) === textOf(heading[index]!)) &&
    first.some((cell) => textOf(cell) !== "")
  );
}

const covers = (one: PdfCell, other: PdfCell): boolean =>
  one.column === other.column && one.columnSpan === other.columnSpan;

const isMerged = (one: PdfCell, other: PdfCell): boolean => one.rowSpan > 1 || other.rowSpan > 1;

/** Whether a merged cell goes on in a cell of the next page: nothing is printed there, or the rest of its last line. */
function goesOn(above: PdfCell, cell: PdfCell): boolean {
  const last = above.lines.at(-1);
  const first = cell.lines[0];
  return !first || (last !== undefined && continues(last, first, above));
}

const isFigure = (text: string): boolean => /^[-+△▲]?[\d,.\s%]*$/.test(text);

/**
 * Whether the page ends within a row: on the next one the row's label does not begin anew, prose goes on under prose, and nothing
 * stands under a blank cell or under a figure.
 */
function splitsRow(lowest: PdfCell[], highest: PdfCell[]): boolean {
  const pairs = highest.map((cell) => ({ cell, above: lowest.find((lower) => covers(lower, cell)) }));
  const printed = pairs.filter(({ cell }) => cell.lines.length > 0);
  if (
    printed.length === 0 ||
    pairs.some(({ cell, above }) => !above || cell.rowSpan > 1 || above.rowSpan > 1)
  )
    return false;
  const isLabelled = (pairs[0]?.above?.lines.length ?? 0) > 0 && pairs.length > 1;
  // Nothing, or what explains the label: (향후 추진 계획).
  const labelGoesOn = /^($|\()/.test(textOf(pairs[0]!.cell));
  return (
    isLabelled &&
    labelGoesOn &&
    printed.every(({ above }) => above!.lines.length > 0 && !isFigure(textOf(above!))) &&
    printed.some(({ cell, above }) => cell.lines.length > 1 || above!.lines.length > 1)
  );
}
