import { particle } from "../../../schema/core/particle.ts";
import type { CellValue } from "../../../schema/feeds/cell.ts";
import type { Feed } from "../../../schema/feeds/feed.ts";
import type { TableRow } from "../../documents/table.ts";
import type { LimitedFindings } from "./limited-findings.ts";
import { headingAt, type PlacedColumn, placeOf } from "./place-columns.ts";
import { PlausibilityChecks } from "./plausibility-checks.ts";
import { hasRightCheckDigit } from "./read-word.ts";
import { SeenKeys } from "./seen-keys.ts";

/** Checks the values of valid rows: duplicate keys, parts above their whole, check digits, plausibility. */
export class RowChecks {
  readonly #columns: PlacedColumn[];
  readonly #findings: LimitedFindings;
  readonly #readAgain: (line: number) => { row: TableRow; values: CellValue[] | undefined };
  readonly #keys: number[];
  readonly #businessNumbers: number[];
  readonly #pairs: { part: number; whole: number }[];
  readonly #plausibility: PlausibilityChecks;
  readonly #seen = new SeenKeys();

  /** `readAgain` reads an earlier row again. */
  constructor(
    feed: Feed,
    columns: PlacedColumn[],
    findings: LimitedFindings,
    readAgain: (line: number) => { row: TableRow; values: CellValue[] | undefined },
  ) {
    const indexOf = (field: string) => feed.columns.findIndex((column) => column.field === field);
    const indexesOf = (matches: (column: PlacedColumn["column"]) => boolean) =>
      feed.columns.flatMap((column, index) => (matches(column) ? [index] : []));
    this.#columns = columns;
    this.#findings = findings;
    this.#plausibility = new PlausibilityChecks(feed, columns, findings);
    this.#readAgain = readAgain;
    this.#keys = indexesOf((column) => column.key === true);
    this.#businessNumbers = indexesOf((column) => column.type.is === "businessNumber");
    this.#pairs = (feed.notAbove ?? []).map(([part, whole]) => ({
      part: indexOf(part),
      whole: indexOf(whole),
    }));
  }

  /** Checks a row and returns true, or returns false if its key is incomplete. */
  check(row: TableRow, values: CellValue[]): boolean {
    if (this.#keys.some((index) => values[index] === null)) return false;
    for (const index of this.#businessNumbers) this.#checkDigit(row, values, index);
    for (const { part, whole } of this.#pairs) this.#checkPair(row, values, part, whole);
    this.#plausibility.check(row, values);
    this.#checkKey(row, values);
    return true;
  }

  #checkKey(row: TableRow, values: CellValue[]): void {
    const key = this.#keyText(values);
    const before = this.#seen.see(key, row.line);
    if (before === undefined) return;
    const again = this.#findings.isFull("DUPLICATE_KEY") ? { row, values } : this.#readAgain(before);
    if (!again.values || this.#keyText(again.values) !== key) return;
    const [first, second] = [again.row, row].map((one) => one.origin?.line ?? one.line);
    const keyParts = this.#keys.map((index) => {
      const placed = this.#columns[index]!;
      return `${headingAt(row, placed, placed.column.heading)} ${placeOf(row, placed.index).quote.trim()}`;
    });
    this.#findings.add(
      "DUPLICATE_KEY",
      placeOf(row, this.#columns[this.#keys[0]!]!.index),
      `${keyParts.join(", ")}: ${first}번째 줄과 ${second}번째 줄의 식별 항목이 같습니다. 한 줄만 남기십시오.`,
      `${keyParts.join(", ")}: lines ${first} and ${second} have the same key. Keep only one of them.`,
    );
  }

  #keyText(values: CellValue[]): string {
    return this.#keys.length === 1
      ? String(values[this.#keys[0]!])
      : this.#keys.map((index) => String(values[index])).join("\0");
  }

  #checkDigit(row: TableRow, values: CellValue[], index: number): void {
    const number = values[index];
    if (typeof number !== "string" || hasRightCheckDigit(number)) return;
    this.#findings.add(
      "BUSINESS_NUMBER_INVALID",
      placeOf(row, this.#columns[index]!.index),
      "사업자등록번호의 마지막 검증 숫자가 맞지 않습니다. 원본과 대조하십시오.",
      "The check digit (the last digit) of this business registration number is wrong. Compare it with the original.",
    );
  }

  #checkPair(row: TableRow, values: CellValue[], part: number, whole: number): void {
    const [partValue, wholeValue] = [values[part]!, values[whole]!];
    if (partValue === null || wholeValue === null || partValue <= wholeValue) return;
    const [partColumn, wholeColumn] = [this.#columns[part]!, this.#columns[whole]!];
    const wholeShown = placeOf(row, wholeColumn.index).quote.trim();
    const [partName, wholeName] = [partColumn, wholeColumn].map((one) =>
      headingAt(row, one, one.column.heading),
    ) as [string, string];
    this.#findings.add(
      "RATIO_ABOVE_ONE",
      placeOf(row, partColumn.index),
      `${particle(partName, "이")} ${wholeName}(${wholeShown})보다 많습니다. 두 칸의 값과 단위를 확인하십시오.`,
      `${partName} is more than ${wholeName} (${wholeShown}). Check both cells and their units.`,
    );
  }
}
