import { displayText, type TableRow } from "../../documents/table.ts";
import { CellProblem } from "./cell-problem.ts";
import type { LimitedFindings } from "./limited-findings.ts";
import type { AmountColumn } from "./read-amount.ts";

/** Words for totals, each closing the rows since the last word that is as high; 누계 closes all. */
const levels = ["소계", "계", "합계", "총계", "누계"];
const alone = new RegExp(`^(${levels.join("|")})(?!\\p{L})`, "u");
const atTheEnd = new RegExp(`\\s(${levels.join("|")})$`);
const running = levels.length - 1;

/** The level of a total row by its first printed cell; undefined for any other row. */
export function totalLevel(label: string): number | undefined {
  const spaced = label.normalize("NFKC").trim();
  const word = alone.exec(spaced.replace(/\s+/g, ""))?.[1] ?? atTheEnd.exec(spaced)?.[1];
  return word === undefined ? undefined : levels.indexOf(word);
}

/** Whether a text is a word for totals and nothing else. */
export const isTotalWord = (word: string): boolean => levels.includes(word);

/** Amounts of rows by column; null once one could not be read, which is an error of its own. */
type Sums = (bigint | null)[];

/** Compares the printed totals of a table with the sums of the rows that they close. */
export class TotalRows {
  readonly #columns: AmountColumn[];
  readonly #findings: LimitedFindings;
  /** Sums of the groups of rows between totals, in order, with the level of the total that closed each. */
  readonly #groups: { sums: Sums; closedBy: number }[] = [];
  #open: Sums;
  #rows = 0;
  /** Totals that stand above their rows, until they are closed. */
  #pending: { row: TableRow; level: number; sums: Sums; rows: number }[] = [];
  #isLeading = false;

  constructor(columns: AmountColumn[], findings: LimitedFindings) {
    this.#columns = columns;
    this.#findings = findings;
    this.#open = this.#zeros();
  }

  /** Adds a row of data. */
  add(row: TableRow): void {
    this.addFigures(this.#columns.map(({ index, read }) => read(row.cells[index] ?? "")));
  }

  /** Adds the figures of a row of data, in the order of the columns. */
  addFigures(figures: readonly (bigint | null | CellProblem)[]): void {
    this.#rows++;
    for (const [at, value] of figures.entries()) {
      if (value === null) continue;
      addTo(this.#open, at, value);
      for (const { sums } of this.#pending) addTo(sums, at, value);
    }
    for (const one of this.#pending) one.rows++;
  }

  /** Checks a total row against the rows above it; one that has none stands above its rows. */
  close(row: TableRow, level: number): void {
    if (this.#rows === 0 && this.#groups.length === 0) this.#isLeading = true;
    if (this.#isLeading) {
      this.#closePending(level);
      this.#pending.push({ row, level, sums: this.#zeros(), rows: 0 });
      this.#rows = 0;
      return;
    }
    this.#groups.push({ sums: this.#open, closedBy: level });
    const above = this.#groups.at(-2)?.closedBy ?? -1;
    const isClear = this.#rows > 0 || above < level || level === running;
    this.#open = this.#zeros();
    this.#rows = 0;
    // Directly below another total of its kind it closes groups, and how many only its amounts tell.
    const spans = isClear ? [this.#sumSince(level)] : this.#groups.map((_, from) => this.#sumFrom(from));
    this.#compare(row, spans);
  }

  /** Checks the totals whose rows end with the table. */
  end(): void {
    this.#closePending(levels.length);
  }

  #closePending(level: number): void {
    const closed = this.#pending.filter((one) => one.level <= level && one.level !== running);
    this.#pending = this.#pending.filter((one) => !closed.includes(one));
    for (const { row, sums, rows } of closed) if (rows > 0) this.#compare(row, [sums]);
  }

  /** The sum of the groups since the last total of this level or above, up to and with the last one. */
  #sumSince(level: number): Sums {
    const before = this.#groups.slice(0, -1);
    const last =
      level === running
        ? -1
        : before.findLastIndex(({ closedBy }) => closedBy >= level && closedBy !== running);
    return this.#sumFrom(last + 1);
  }

  #sumFrom(first: number): Sums {
    return this.#columns.map((_, at) =>
      this.#groups
        .slice(first)
        .reduce<bigint | null>(
          (sum, { sums }) => (sum === null || sums[at] == null ? null : sum + sums[at]),
          0n,
        ),
    );
  }

  #compare(row: TableRow, spans: Sums[]): void {
    for (const [at, { index, heading, read, unit }] of this.#columns.entries()) {
      const cell = row.cells[index] ?? "";
      const value = read(cell);
      if (value === null) continue;
      const place = { line: row.line, column: index + 1, quote: displayText(cell) };
      if (value instanceof CellProblem) {
        this.#findings.add(
          "SUM_MISMATCH",
          place,
          `${heading}: 합계 칸을 읽을 수 없어 대조하지 못했습니다. ${value.ko}`,
          `${heading}: this total cannot be read, so it was not checked. ${value.en}`,
        );
        continue;
      }
      const printed = value;
      const sums = spans.map((span) => span[at]!);
      if (sums.some((sum) => sum === null || sum === printed)) continue;
      this.#mismatch(place, { heading, unit, printed, actual: sums[0] as bigint });
    }
  }

  #mismatch(
    place: { line: number; column: number; quote: string },
    { heading, unit, printed, actual }: { heading: string; unit: string; printed: bigint; actual: bigint },
  ): void {
    const [total, sum, difference] = [printed, actual, printed - actual].map((one) =>
      one.toLocaleString("ko-KR"),
    );
    const english = unit === "원" ? " won" : "";
    this.#findings.add(
      "SUM_MISMATCH",
      place,
      `${heading}: 합계에 ${total}${unit}이(가) 적혀 있으나 그 위 행들의 합은 ${sum}${unit}입니다(차이 ${difference}${unit}). 합계와 각 행 가운데 어느 쪽이 맞는지 확인하십시오.`,
      `${heading}: the total is printed as ${total}${english}; its rows add up to ${sum}${english} (difference ${difference}). Check whether the total or its rows are correct.`,
    );
  }

  #zeros(): Sums {
    return this.#columns.map(() => 0n);
  }
}

function addTo(sums: Sums, at: number, value: bigint | CellProblem): void {
  const before = sums[at];
  sums[at] = value instanceof CellProblem || before == null ? null : before + value;
}
