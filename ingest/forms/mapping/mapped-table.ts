import { displayText, nothingHidden, type Table, type TableRow } from "../../documents/table.ts";
import type { FindingDraft } from "../../draft-finding.ts";
import { hiddenNotes } from "../feed/hidden-parts.ts";
import { LimitedFindings } from "../feed/limited-findings.ts";
import { printedHeading } from "../feed/place-columns.ts";
import { type AmountColumn, amountReader, isAmount } from "../feed/read-amount.ts";
import { TotalRows, totalLevel } from "../feed/total-rows.ts";
import { checkMarks } from "./marks.ts";
import { OtherRows } from "./other-rows.ts";
import type { PlacedMapping } from "./place-sources.ts";
import { indexesOf } from "./placed-source.ts";
import type { PrintedHeadings } from "./printed-headings.ts";
import { PrintedRows } from "./printed-rows.ts";
import { type Fills, isEmpty, RowMaker } from "./row-maker.ts";
import { RowTotals } from "./row-totals.ts";
import { SharedCells } from "./shared-cells.ts";

/** The columns of amounts and counts, each under its printed heading. */
const amountsOf = ({ paths }: PrintedHeadings, { sources, columns }: PlacedMapping): AmountColumn[] =>
  sources.flatMap((source, at) => {
    const { column, unitWon } = columns[at]!;
    if (!isAmount(column)) return [];
    const reader = amountReader(column, unitWon);
    return indexesOf(source).map((index) => ({
      ...{ index, heading: printedHeading(paths[index] ?? null, column.heading), ...reader },
    }));
  });

/**
 * A department's table as a table on the feed's form, so that it is read, checked and published like one. The number
 * of a row is `line * memberCount + member`; its origin is the printed row.
 */
export class MappedTable implements Table {
  readonly name: string;
  readonly sheet: string | null;
  readonly format: Table["format"];
  readonly encoding: Table["encoding"];
  /** The mapping says which merged cells hold for all their rows. */
  readonly merges = [];
  /** What is hidden of the printed rows is a finding of its own. */
  readonly hidden = nothingHidden;
  readonly #table: Table;
  readonly #headings: PrintedHeadings;
  readonly #placed: PlacedMapping;
  readonly #rows: PrintedRows;
  readonly #maker: RowMaker;
  #findings: LimitedFindings;
  /** The fills that hold from a line on, by line. */
  #fills: { line: number; fills: Fills }[] = [];

  constructor(table: Table, headings: PrintedHeadings, placed: PlacedMapping, skip: readonly string[]) {
    this.name = table.name;
    this.sheet = table.sheet;
    this.format = table.format;
    this.encoding = table.encoding;
    this.#table = table;
    this.#headings = headings;
    this.#placed = placed;
    this.#rows = new PrintedRows(headings, placed, skip);
    this.#maker = new RowMaker(headings, placed);
    this.#findings = new LimitedFindings(table.sheet);
  }

  get lineCount(): number {
    return this.#table.lineCount;
  }

  get shareRead(): number {
    return this.#table.shareRead;
  }

  /** Findings on totals, marks and rows that are no data; complete once the batches have been read to their end. */
  get findings(): FindingDraft[] {
    return this.#findings.all();
  }

  /** The printed line of a row. */
  lineOf(number: number): number {
    return Math.floor(number / this.#placed.memberCount);
  }

  /** The number of the row of a member that a line states. */
  numberOf(line: number, member: number): number {
    return line * this.#placed.memberCount + member;
  }

  /** The numbers of the rows that a line becomes. */
  numbersOf(line: number): number[] {
    const printed = this.#table.row(line);
    return printed ? this.#maker.members(printed).map((member) => this.numberOf(line, member)) : [];
  }

  *batches(): Generator<TableRow[]> {
    const findings = new LimitedFindings(this.sheet);
    this.#findings = findings;
    const lastHeading = this.#headings.rows.at(-1)!.line;
    this.#fills = [];
    for (const note of hiddenNotes(this.#table, lastHeading)) findings.addDraft(note);
    const totals = new TotalRows(amountsOf(this.#headings, this.#placed), findings);
    const rowTotals = new RowTotals(this.#headings, this.#placed, findings);
    const merges = new SharedCells(this.#table, this.#placed, findings);
    const others = new OtherRows(this.#headings, this.#placed, findings);
    for (const batch of this.#table.batches()) {
      const made: TableRow[] = [];
      for (const row of batch) {
        if (row.line <= lastHeading) continue;
        const kind = this.#rows.kindOf(row);
        if (kind !== "data" && kind !== "blank") others.see(row, kind === "other");
        if (kind === "skipped" || kind === "total") {
          const level = totalLevel(this.#rows.labelOf(row, kind));
          if (level !== undefined) totals.close(row, level);
          if (kind === "total") this.#reportTotal(row);
        }
        if (kind === "group" || kind === "data") this.#fill(row);
        // What a total is of may stand in the row of the total alone.
        if (kind === "total") this.#fill(row, this.#rows.totalAt(row));
        if (kind !== "data" || merges.check(row) || checkMarks(row, this.#placed, findings)) continue;
        totals.add(row);
        rowTotals.check(row);
        for (const member of this.#maker.members(row)) made.push(this.#make(row, member));
      }
      if (made.length > 0) yield made;
    }
    totals.end();
    others.end();
  }

  row(number: number): TableRow | undefined {
    const printed = this.#table.row(this.lineOf(number));
    return printed && this.#make(printed, number % this.#placed.memberCount);
  }

  #make(printed: TableRow, member: number): TableRow {
    return this.#maker.row(printed, this.#fillsAt(printed.line), member, this.numberOf(printed.line, member));
  }

  #fill({ line, cells }: TableRow, label = -1): void {
    const columns = [...this.#placed.fillDown].filter((index) => index !== label && !isEmpty(cells[index]));
    if (columns.length === 0) return;
    const before = this.#fills.at(-1)?.fills ?? [];
    const fills = new Map([
      ...before,
      ...columns.map((index) => [index, { line, cell: cells[index]! }] as const),
    ]);
    this.#fills.push({ line, fills });
  }

  #fillsAt(line: number): Fills {
    let [low, high] = [0, this.#fills.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#fills[middle]!.line <= line) low = middle + 1;
      else high = middle;
    }
    return this.#fills[low - 1]?.fills ?? new Map();
  }

  /** A total that the mapping does not skip is no fact either. */
  #reportTotal(row: TableRow): void {
    const index = this.#rows.totalAt(row);
    const quote = displayText(row.cells[index]);
    this.#findings.add(
      "CONTENT_IGNORED",
      { line: row.line, column: index + 1, quote },
      `합계 줄로 보고 읽지 않았습니다. 맞으면 매핑의 "skip"에 "${quote.trim()}"을(를) 넣고, 자료이면 이 칸을 고치십시오.`,
      `This row was taken for a total and not read. If it is one, add "${quote.trim()}" to "skip" in the mapping; if it is a record, correct this cell.`,
    );
  }
}
