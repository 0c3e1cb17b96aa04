import { displayText, type TableRow } from "../../documents/table.ts";
import { CellProblem } from "../feed/cell-problem.ts";
import type { LimitedFindings } from "../feed/limited-findings.ts";
import { type AmountColumn, amountReader, isAmount } from "../feed/read-amount.ts";
import type { PlacedMapping } from "./place-sources.ts";
import type { PrintedHeadings } from "./printed-headings.ts";

interface Checked extends AmountColumn {
  parts: readonly number[];
}

const words = ["계", "합계", "소계", "총계"];

/** Compares totals printed beside columns that become rows (1월 … 12월, 계) with the cells of their row. */
export class RowTotals {
  readonly #checked: Checked[];
  readonly #findings: LimitedFindings;

  constructor(
    headings: PrintedHeadings,
    { sources, columns, named }: PlacedMapping,
    findings: LimitedFindings,
  ) {
    this.#findings = findings;
    this.#checked = sources.flatMap((source, at) => {
      const { column, unitWon } = columns[at]!;
      if (source.is !== "measure" || !isAmount(column)) return [];
      const reader = amountReader(column, unitWon);
      return this.#totalsBeside(headings, source.indexes, named).map((index) => ({
        ...{ index, heading: headings.paths[index]!, parts: source.indexes, ...reader },
      }));
    });
  }

  check(row: TableRow): void {
    for (const { index, heading, parts, read, unit } of this.#checked) {
      const printed = read(row.cells[index] ?? "");
      const values = parts.map((part) => read(row.cells[part] ?? ""));
      // What cannot be read is an error of its own; a total over nothing is a figure that is not given.
      if (printed === null || printed instanceof CellProblem || values.every((value) => value === null))
        continue;
      if (values.some((value) => value instanceof CellProblem)) continue;
      const sum = values.reduce<bigint>((all, value) => all + ((value as bigint | null) ?? 0n), 0n);
      const difference = printed - sum;
      if (difference === 0n) continue;
      const [all, one, gap] = [printed, sum, difference].map((each) => each.toLocaleString("ko-KR"));
      const english = unit === "원" ? " won" : "";
      this.#findings.add(
        "SUM_MISMATCH",
        { line: row.line, column: index + 1, quote: displayText(row.cells[index]) },
        `‘${heading}’에 ${all}${unit}이(가) 적혀 있으나 이 줄의 합은 ${one}${unit}입니다(차이 ${gap}${unit}). 합계와 각 칸 가운데 어느 쪽이 맞는지 확인하십시오.`,
        `“${heading}” is printed as ${all}${english}; the cells of this row add up to ${one}${english} (difference ${gap}). Check whether the total or its cells are correct.`,
      );
    }
  }

  /** Columns with the heading of a measure, the word for a total in place of a member's. */
  #totalsBeside(headings: PrintedHeadings, parts: readonly number[], named: ReadonlySet<number>): number[] {
    const groups = new Set(parts.map((index) => groupOf(headings.paths[index]!)));
    const [group] = groups;
    const [first, last] = [Math.min(...parts), Math.max(...parts)];
    // Only a total right beside its parts is certainly of these: one of several groups may be of all of them.
    if (groups.size !== 1 || group === undefined || last - first + 1 !== new Set(parts).size) return [];
    return words
      .flatMap((word) => headings.columnsOf(group === "" ? word : `${group}/${word}`))
      .filter((index) => !named.has(index) && (index === first - 1 || index === last + 1));
  }
}

const groupOf = (path: string): string => path.split("/").slice(0, -1).join("/");
