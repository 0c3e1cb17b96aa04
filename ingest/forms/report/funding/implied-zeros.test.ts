import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { FundingSource } from "../../../../schema/subjects/funding/funding-kinds.ts";
import { CellState } from "../../../../schema/subjects/release/cell-state.ts";
import type { FundingGrid, PrintedAmount } from "./funding-grid.ts";
import { findImpliedZeros } from "./implied-zeros.ts";

/** A number, "-" or "" as it would be printed. */
type Printed = number | "-" | "";

const amount = (printed: Printed): PrintedAmount => ({
  state: printed === "" ? CellState.BLANK : printed === "-" ? CellState.DASH : CellState.VALUE,
  won: typeof printed === "number" ? BigInt(printed) : null,
  origin: { line: 1, column: 1, quote: String(printed) },
});

/** The table with its totals in the first row and the first column. */
const gridOf = ([totals, ...rows]: Printed[][]): FundingGrid => gridFrom(totals!, rows);
const gridFrom = ([grand, ...periodTotals]: Printed[], rows: Printed[][]): FundingGrid => ({
  sources: rows.map((_, index) => Object.values(FundingSource)[index]!),
  periods: periodTotals.map((_, index) => ({
    label: `'${19 + index}`,
    period: { label: "", start: null, end: null },
  })),
  cells: rows.map(([, ...cells]) => cells.map(amount)),
  sourceTotals: rows.map(([total]) => amount(total!)),
  periodTotals: periodTotals.map(amount),
  grandTotal: amount(grand!),
});

const zeros = (table: Printed[][]) =>
  findImpliedZeros(gridOf(table)).map((row) => row.map((isZero) => (isZero ? "0" : ".")).join(""));

describe("findImpliedZeros", () => {
  test.each<[string, Printed[][], string[]]>([
    [
      "a row's total",
      [
        ["", "", ""],
        [5, 5, ""],
        ["", 1, ""],
      ],
      [".0", ".."],
    ],
    [
      "a column's total",
      [
        ["", 6, ""],
        ["", 6, ""],
        ["", "", ""],
      ],
      ["..", "0."],
    ],
    [
      "the grand total alone",
      [
        [6, "", ""],
        ["", 6, ""],
        ["", "", ""],
      ],
      [".0", "00"],
    ],
    // The blank total of the second row is 5 - 5 = 0, and so are its cells.
    [
      "a total that is itself proved",
      [
        [5, "", ""],
        [5, 2, ""],
        ["", "", ""],
      ],
      ["..", "00"],
    ],
    // Its cells are 0, so the column's total is, so the row of totals is known, so the last row is 0.
    [
      "a chain of totals",
      [
        ["", 3, ""],
        [3, 3, ""],
        ["", "", ""],
      ],
      [".0", "0."],
    ],
    [
      "nothing where a total does not hold",
      [
        ["", "", ""],
        [9, 5, ""],
        ["", "", ""],
      ],
      ["..", ".."],
    ],
    [
      "nothing without totals",
      [
        ["", "", ""],
        ["", 5, ""],
        ["", "", ""],
      ],
      ["..", ".."],
    ],
    [
      "a dash adds nothing and is no zero",
      [
        ["", "", ""],
        [5, 5, "-"],
        [0, "-", ""],
      ],
      ["..", ".0"],
    ],
    [
      "a total with a dash proves nothing",
      [
        ["", "", ""],
        ["-", "", ""],
        ["", "", ""],
      ],
      ["..", ".."],
    ],
    [
      "with negative amounts one unknown alone",
      [
        ["", "", "", ""],
        [1, -4, 5, ""],
        [0, 0, "", ""],
      ],
      ["..0", "..."],
    ],
  ])("%s", (_, table, expected) => {
    expect(zeros(table)).toEqual(expected);
  });

  /** All ways to fill the blanks with 0, 1 or 2 so that every printed total of cells holds; totals left blank are free. */
  function fillings(table: Printed[][]): number[][][] {
    const [totals, ...rows] = table as [Printed[], ...Printed[][]];
    const blanks = rows.flatMap((row, source) =>
      row.flatMap((cell, column) => (column > 0 && cell === "" ? [[source, column] as const] : [])),
    );
    const holds = (filled: number[][]) => {
      const sums = filled.map((row) => row.reduce((sum, cell) => sum + cell, 0));
      const columns = filled[0]!.map((_, column) => filled.reduce((sum, row) => sum + row[column]!, 0));
      const all = sums.reduce((sum, one) => sum + one, 0);
      const agree = (printed: Printed | undefined, sum: number) =>
        typeof printed !== "number" || printed === sum;
      return (
        agree(totals[0], all) &&
        rows.every(([total], source) => agree(total, sums[source]!)) &&
        columns.every((sum, column) => agree(totals[column + 1], sum))
      );
    };
    return Array.from({ length: 3 ** blanks.length }, (_, way) => {
      const filled = rows.map((row) => row.slice(1).map((cell) => (typeof cell === "number" ? cell : 0)));
      for (const [index, [source, column]] of blanks.entries())
        filled[source]![column - 1] = Math.floor(way / 3 ** index) % 3;
      return filled;
    }).filter(holds);
  }

  const cell = fc.constantFrom<Printed>(0, 1, 2, "-", "", "", "");
  const table = fc
    .record({
      cells: fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 3 }),
      printed: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
      hidden: fc.array(fc.constantFrom(0, 0, 0, 1), { minLength: 9, maxLength: 9 }),
    })
    .map(({ cells, printed, hidden }) => {
      const value = (one: Printed, index: number) =>
        typeof one === "number" ? one : one === "" ? hidden[index]! : 0;
      const truth = cells.map((row, source) => row.map((one, column) => value(one, source * 3 + column)));
      const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
      const totalCell = (index: number, total: number): Printed => (printed[index] ? total : "");
      return {
        /** Nothing is hidden in a blank: every printed total is the sum of what is printed. */
        isComplete: cells.every((row, source) =>
          row.every((one, column) => one !== "" || truth[source]![column] === 0),
        ),
        rows: [
          [
            totalCell(0, sum(truth.flat())),
            ...[0, 1, 2].map((c) => totalCell(c + 1, sum(truth.map((row) => row[c]!)))),
          ],
          ...cells.map((row, source) => [totalCell(source + 4, sum(truth[source]!)), ...row]),
        ],
      };
    });

  test("proves what a search through all fillings finds zero, and nothing else", () => {
    let zeros = 0;
    fc.assert(
      fc.property(table, ({ rows, isComplete }) => {
        const ways = fillings(rows);
        const proved = findImpliedZeros(gridOf(rows));
        const mistakes: object[] = [];
        for (const [source, row] of proved.entries()) {
          for (const [column, isZero] of row.entries()) {
            const isBlank = rows[source + 1]![column + 1] === "";
            const mustBeZero = isBlank && ways.every((filled) => filled[source]![column] === 0);
            if (isZero ? !mustBeZero : isComplete && mustBeZero)
              mistakes.push({ rows, source, column, isZero, mustBeZero });
            zeros += Number(isZero);
          }
        }
        expect(mistakes).toEqual([]);
      }),
      { numRuns: 150 },
    );
    expect(zeros).toBeGreaterThan(0);
  });
});
