import type { CellValue } from "../../../schema/feeds/cell.ts";
import type { Feed } from "../../../schema/feeds/feed.ts";
import { isBlank, ReadingStopped, type Table, type TableRow } from "../../documents/table.ts";
import type { FindingDraft, Place } from "../../draft-finding.ts";
import { hiddenNotes } from "./hidden-parts.ts";
import { LimitedFindings } from "./limited-findings.ts";
import { resolveMerges } from "./merged-cells.ts";
import { type PlacedColumn, placeOf } from "./place-columns.ts";
import { CellsReader } from "./read-cells.ts";
import { RowChecks } from "./row-checks.ts";

/** A row of a feed. `values` are in the order of the feed's columns; null also stands for a cell with an error. */
export interface FeedRow {
  line: number;
  values: CellValue[];
}

/** A table recognised as a feed, ready to be read. */
export class OpenedFeed {
  readonly feed: Feed;
  readonly table: Table;
  readonly #columns: PlacedColumn[];
  readonly #heading: TableRow;
  /** The table with merged cells resolved. */
  readonly #resolved: Table;
  #findings: LimitedFindings;

  constructor(feed: Feed, table: Table, columns: PlacedColumn[], heading: TableRow) {
    this.feed = feed;
    this.table = table;
    this.#columns = columns;
    this.#heading = heading;
    this.#resolved = resolveMerges(table, columns, heading.line);
    this.#findings = new LimitedFindings(table.sheet);
  }

  /** Errors and warnings on the rows; complete once `rows` has been read to its end. */
  get findings(): FindingDraft[] {
    return this.#findings.all();
  }

  /**
   * Reads and checks the rows below the heading, a few hundred per batch. Skips blank lines and rows
   * whose key cannot be read. Texts may be slices of a block of the file: copy those that are kept.
   */
  *rows(): Generator<FeedRow[]> {
    this.#findings = new LimitedFindings(this.table.sheet);
    for (const note of hiddenNotes(this.table, this.#heading.line)) this.#findings.addDraft(note);
    const cells = this.#cellsReader(this.#findings);
    const unheard = this.#cellsReader(new LimitedFindings(null));
    const checks = new RowChecks(this.feed, this.#columns, this.#findings, (line) => {
      const row = this.#resolved.row(line)!;
      return { row, values: unheard.values(row) };
    });
    try {
      for (const batch of this.#resolved.batches()) {
        const rows: FeedRow[] = [];
        for (const row of batch) {
          if (row.line <= this.#heading.line || row.cells.every(isBlank)) continue;
          const values = cells.values(row);
          if (values && checks.check(row, values)) rows.push({ line: row.line, values });
        }
        if (rows.length > 0) yield rows;
      }
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

  #cellsReader(findings: LimitedFindings): CellsReader {
    return new CellsReader(this.#columns, this.#heading, this.table.format !== "CSV", findings);
  }
}
