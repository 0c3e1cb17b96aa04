import type { CellValue } from "../../../schema/feeds/cell.ts";
import type { TableRow } from "../../documents/table.ts";
import type { LimitedFindings } from "./limited-findings.ts";
import type { PlacedColumn } from "./place-columns.ts";
import { type AmountColumn, amountReader, isAmount } from "./read-amount.ts";
import { TotalRows, totalLevel } from "./total-rows.ts";

/** Compares the totals that a form prints between its rows with those rows. */
export class FormTotals {
  readonly #totals: TotalRows;
  readonly #findings: LimitedFindings;
  /** Where the figures are among the values of a row. */
  readonly #indexes: readonly number[];
  /** Whether a row could not be read, so that no sum is known. */
  #isBroken = false;

  constructor(columns: readonly PlacedColumn[], findings: LimitedFindings) {
    this.#findings = findings;
    this.#indexes = columns.flatMap(({ column }, at) => (isAmount(column) ? [at] : []));
    const amounts = this.#indexes.map((at): AmountColumn => {
      const { column, index, unitWon } = columns[at]!;
      return { index, heading: column.heading, ...amountReader(column, unitWon) };
    });
    this.#totals = new TotalRows(amounts, findings);
  }

  /** Adds a row of the form; without values it could not be read. */
  add(values: readonly CellValue[] | undefined): void {
    if (values === undefined) this.#isBroken = true;
    else this.#totals.addFigures(this.#indexes.map((at) => figureOf(values[at]!)));
  }

  /** Checks a total row by its label. Sums over wrong cells are not compared: those are findings of their own. */
  close(row: TableRow, label: string): void {
    const level = totalLevel(label);
    if (level !== undefined && this.#isKnown()) this.#totals.close(row, level);
  }

  /** Checks the totals whose rows end with the table. */
  end(): void {
    if (this.#isKnown()) this.#totals.end();
  }

  #isKnown(): boolean {
    return !this.#isBroken && !this.#findings.has("NOT_A_NUMBER");
  }
}

const figureOf = (value: CellValue): bigint | null =>
  typeof value === "bigint" ? value : typeof value === "number" ? BigInt(value) : null;
