import { comparableKey } from "../../../schema/core/invisible-characters.ts";
import type { CellValue } from "../../../schema/feeds/cell.ts";
import type { Feed } from "../../../schema/feeds/feed.ts";
import { displayText, ReadingStopped, type Table, type TableRow } from "../../documents/table.ts";
import type { FindingDraft, Place } from "../../draft-finding.ts";
import { FormTotals } from "./form-totals.ts";
import { hiddenNotes } from "./hidden-parts.ts";
import { LimitedFindings } from "./limited-findings.ts";
import { resolveMerges } from "./merged-cells.ts";
import { type PlacedColumn, placeOf } from "./place-columns.ts";
import { CellsReader } from "./read-cells.ts";
import { RowChecks } from "./row-checks.ts";
import { RowFilter } from "./row-filter.ts";

/** A row of a feed. `values` are in the order of the feed's columns; null also stands for a cell with an error. */
export interface FeedRow {
  line: number;
  values: CellValue[];
}

/** What the heading row of a table was read as, besides its columns. */
export interface HeadingDetails {
  /** The filled rows above it. */
  above: TableRow[];
  /** Indexes of columns without a heading. */
  untitled: number[];
  notes: FindingDraft[];
}

/** More are not remembered, so that a million wrong rows fit into memory. */
const mostRefusedNames = 100_000;

const noDetails: HeadingDetails = { above: [], untitled: [], notes: [] };

/** A table recognised as a feed, ready to be read. */
export class OpenedFeed {
  readonly feed: Feed;
  readonly table: Table;
  readonly #columns: PlacedColumn[];
  readonly #heading: TableRow;
  /** The table with merged cells resolved. */
  readonly #resolved: Table;
  readonly #details: HeadingDetails;
  readonly #refusedNames = new Set<string>();
  #findings: LimitedFindings;

  constructor(
    feed: Feed,
    table: Table,
    columns: PlacedColumn[],
    heading: TableRow,
    details: HeadingDetails = noDetails,
  ) {
    this.feed = feed;
    this.table = table;
    this.#columns = columns;
    this.#heading = heading;
    this.#resolved = resolveMerges(table, columns, heading.line);
    this.#details = details;
    this.#findings = new LimitedFindings(table.sheet);
  }

  /** Errors and warnings on the rows; complete once `rows` has been read to its end. */
  get findings(): FindingDraft[] {
    return this.#findings.all();
  }

  /** First keys of rows that were left out for an error; complete as `findings` are. */
  get refusedNames(): ReadonlySet<string> {
    return this.#refusedNames;
  }

  /**
   * Reads and checks the rows below the heading, a few hundred per batch. Skips blank lines and rows
   * whose key cannot be read, totals and remarks. Texts may be slices of a block of the file: copy those that are kept.
   */
  *rows(): Generator<FeedRow[]> {
    this.#findings = new LimitedFindings(this.table.sheet);
    for (const note of hiddenNotes(this.table, this.#heading.line)) this.#findings.addDraft(note);
    for (const note of this.#details.notes) this.#findings.addDraft(note);
    const filter = new RowFilter(this.#columns, this.#heading, this.#details, this.#findings);
    const cells = this.#cellsReader(this.#findings);
    const totals = new FormTotals(this.#columns, this.#findings);
    const unheard = this.#cellsReader(new LimitedFindings(null));
    const checks = new RowChecks(this.feed, this.#columns, this.#findings, (line) => {
      const row = this.#resolved.row(line)!;
      return { row, values: unheard.values(row) };
    });
    try {
      for (const batch of this.#resolved.batches()) {
        const rows: FeedRow[] = [];
        for (const row of batch) {
          if (row.line <= this.#heading.line) continue;
          if (!filter.isFormRow(row, (label) => totals.close(row, label))) continue;
          const values = cells.values(row);
          totals.add(values);
          if (values && checks.check(row, values)) rows.push({ line: row.line, values });
          else this.#refuseName(row);
        }
        if (rows.length > 0) yield rows;
      }
      totals.end();
    } catch (error) {
      if (!(error instanceof ReadingStopped)) throw error;
      this.#findings.addDraft(error.finding);
    }
  }

  /** The position and text of a field of a row that was read, for a citation. */
  cell(line: number, field: string): Required<Place> {
    const { index } = this.#columns.find(({ column }) => column.field === field)!;
    return placeOf(this.#resolved.row(line)!, index);
  }

  /** The values of a row that was read. */
  valuesOf(line: number): CellValue[] | undefined {
    return this.#cellsReader(new LimitedFindings(null)).values(this.#resolved.row(line)!);
  }

  #refuseName(row: TableRow): void {
    const { index } = this.#columns.find(({ column }) => column.key)!;
    const name = comparableKey(displayText(row.cells[index]).trim());
    if (name !== "" && this.#refusedNames.size < mostRefusedNames) this.#refusedNames.add(name);
  }

  #cellsReader(findings: LimitedFindings): CellsReader {
    return new CellsReader(this.#columns, this.#heading, this.table.format !== "CSV", findings);
  }
}
