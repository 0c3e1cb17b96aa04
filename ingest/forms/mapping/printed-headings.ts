import { displayText, ReadingStopped, type Table, type TableRow } from "../../documents/table.ts";

/** Titles and unit lines may stand above the headings, up to this many rows. */
export const mostRowsAbove = 200;
/** Headings have so many rows at most. */
const mostHeadingRows = 4;

/** The headings of a table as printed, in one row or several. */
export class PrintedHeadings {
  /** The heading rows. */
  readonly rows: readonly TableRow[];
  /** The path of each column, by index: 계약일, or 인원(명)/수강 of several rows; null under no heading. */
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
      if (rows.length >= mostRowsAbove + mostHeadingRows) break;
    }
  } catch (error) {
    if (!(error instanceof ReadingStopped)) throw error;
  }
  return rows.slice(0, mostRowsAbove + mostHeadingRows);
}

/** All ways to read headings from the first rows of a table: each row alone, and with up to three rows below it. */
export function* headingCandidates(rows: readonly TableRow[]): Generator<PrintedHeadings> {
  for (let first = 0; first < Math.min(rows.length, mostRowsAbove); first++) {
    if (textsOf(rows[first]!).every((text) => text === "")) continue;
    const above = rows.slice(0, first);
    for (let count = 1; count <= mostHeadingRows && first + count <= rows.length; count++) {
      const heading = rows.slice(first, first + count);
      yield new PrintedHeadings(heading, pathsOf(heading.map(textsOf)), above);
    }
  }
}

const textsOf = ({ cells }: TableRow): string[] => cells.map((cell) => headingText(displayText(cell)));

/**
 * The path of each column. A blank cell continues the heading to its left where a row below has a word, unless a
 * heading above it ends there.
 */
function pathsOf(rows: readonly string[][]): (string | null)[] {
  const groups: string[] = rows.map(() => "");
  return Array.from({ length: Math.max(...rows.map(({ length }) => length)) }, (_, index) => {
    const texts = rows.map((row) => row[index] ?? "");
    const lowest = texts.findLastIndex((text) => text !== "");
    for (const [level, text] of texts.entries()) {
      if (text === "") continue;
      groups[level] = text;
      groups.fill("", level + 1);
    }
    const path = groups.slice(0, lowest).filter((group) => group !== "");
    return lowest < 0 ? null : [...path, texts[lowest]!].join("/");
  });
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
