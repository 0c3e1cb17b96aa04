import { displayText, ReadingStopped, type Table, type TableRow } from "../../documents/table.ts";

/** Titles and unit lines may stand above the headings, up to this many rows. */
const mostRowsAbove = 50;

/** The headings of a table as printed, in one row or two. */
export class PrintedHeadings {
  /** The heading row, or both. */
  readonly rows: readonly TableRow[];
  /** The path of each column, by index: 계약일, or 인원(명)/수강 of two rows; null under no heading. */
  readonly paths: readonly (string | null)[];
  /** Rows above them: titles, notes, units. */
  readonly above: readonly TableRow[];
  readonly #exact = new Map<string, number[]>();
  readonly #loose = new Map<string, number[]>();

  constructor(rows: readonly TableRow[], paths: readonly (string | null)[], above: readonly TableRow[]) {
    this.rows = rows;
    this.paths = paths;
    this.above = above;
    for (const [index, path] of paths.entries()) {
      if (path === null) continue;
      add(this.#exact, path, index);
      add(this.#loose, looseHeading(path), index);
    }
  }

  /** The columns of a heading, by index: as printed or, if nothing is printed so, apart from blanks and full width. */
  columnsOf(heading: string): readonly number[] {
    return this.#exact.get(headingText(heading)) ?? this.#loose.get(looseHeading(heading)) ?? [];
  }

  /** The column of the first of some headings that the table has; undefined if it has none, or has it twice. */
  columnOf(alternatives: readonly string[]): number | undefined {
    const present = alternatives.find((heading) => this.columnsOf(heading).length > 0);
    const columns = present === undefined ? [] : this.columnsOf(present);
    return columns.length === 1 ? columns[0] : undefined;
  }
}

function add(indexes: Map<string, number[]>, key: string, index: number): void {
  const before = indexes.get(key);
  if (before) before.push(index);
  else indexes.set(key, [index]);
}

/** A text of a mapping or a cell as headings are compared: spaces and line breaks are one space, invisible characters are nothing. */
export const headingText = (text: string): string =>
  text
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/g, " ")
    .trim()
    .normalize("NFC");

/** Looser still: without blanks, full-width as ASCII. */
export const looseHeading = (text: string): string => headingText(text).normalize("NFKC").replace(/\s+/g, "");

/** The first rows of a table, in which its headings are looked for. Ends early where reading stops. */
export function firstRows(table: Table): TableRow[] {
  const rows: TableRow[] = [];
  try {
    for (const batch of table.batches()) {
      rows.push(...batch);
      if (rows.length > mostRowsAbove + 1) break;
    }
  } catch (error) {
    if (!(error instanceof ReadingStopped)) throw error;
  }
  return rows.slice(0, mostRowsAbove + 2);
}

/** All ways to read headings from the first rows of a table: each row alone, and with the row below it. */
export function* headingCandidates(rows: readonly TableRow[]): Generator<PrintedHeadings> {
  for (let index = 0; index < Math.min(rows.length, mostRowsAbove); index++) {
    const [upper, lower] = [rows[index]!, rows[index + 1]];
    const above = rows.slice(0, index);
    const single = upper.cells.map((cell) => headingText(displayText(cell)) || null);
    if (single.every((path) => path === null)) continue;
    yield new PrintedHeadings([upper], single, above);
    if (lower) yield new PrintedHeadings([upper, lower], pathsOf(upper, lower), above);
  }
}

/** A blank cell in the upper row continues the heading to its left where the lower row has a word. */
function pathsOf(upper: TableRow, lower: TableRow): (string | null)[] {
  const paths: (string | null)[] = [];
  let group = "";
  for (let index = 0; index < Math.max(upper.cells.length, lower.cells.length); index++) {
    const above = headingText(displayText(upper.cells[index]));
    const below = headingText(displayText(lower.cells[index]));
    if (above !== "") group = above;
    if (below === "") paths.push(above || null);
    else paths.push(group === "" ? below : `${group}/${below}`);
  }
  return paths;
}

/** The heading rows as one text, for a citation. */
export const headingQuote = ({ rows }: PrintedHeadings): string =>
  rows
    .map(({ cells }) =>
      cells
        .map(displayText)
        .filter((text) => text.trim() !== "")
        .join(","),
    )
    .join(" / ")
    .slice(0, 200);
