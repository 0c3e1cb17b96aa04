import type { Localized } from "../../../schema/core/localized.ts";
import { yearOfQuarter } from "../../../schema/core/scalars/quarter.ts";
import type { CellType, CellValue } from "../../../schema/feeds/cell.ts";
import type { Feed } from "../../../schema/feeds/feed.ts";
import type { PlausibilityRule } from "../../../schema/feeds/plausibility.ts";
import type { TableRow } from "../../documents/table.ts";
import type { LimitedFindings } from "./limited-findings.ts";
import { headingAt, type PlacedColumn, placeOf } from "./place-columns.ts";

/** Municipalities in Korea are autonomous since then. */
const firstYear = 1995;
const millisecondsOfDay = 86_400_000;

/** Why the values of a row break a rule; null if they do not. */
type Check = (values: CellValue[]) => Localized | null;

/** Warns of values that are hardly possible, by the rules of their feed. */
export class PlausibilityChecks {
  readonly #columns: PlacedColumn[];
  readonly #findings: LimitedFindings;
  readonly #checks: { index: number; check: Check }[];

  constructor(feed: Feed, columns: PlacedColumn[], findings: LimitedFindings, today = new Date()) {
    this.#columns = columns;
    this.#findings = findings;
    // Somewhere it is tomorrow already.
    const tomorrow = new Date(today.valueOf() + millisecondsOfDay).toISOString().slice(0, 10);
    const indexOf = (field: string) => feed.columns.findIndex((column) => column.field === field);
    this.#checks = (feed.plausible ?? []).map((rule) => ({
      index: indexOf(rule.is === "in order" ? rule.later : rule.field),
      check: checkOf(rule, feed, indexOf, tomorrow),
    }));
  }

  /** Adds a warning for each rule that a row breaks. */
  check(row: TableRow, values: CellValue[]): void {
    for (const { index, check } of this.#checks) {
      if (values[index] === null) continue;
      const problem = check(values);
      if (!problem) continue;
      const placed = this.#columns[index]!;
      const heading = headingAt(row, placed, placed.column.heading);
      this.#findings.add(
        "VALUE_IMPLAUSIBLE",
        placeOf(row, placed.index),
        `${heading}: ${problem.ko} 원본과 대조하십시오.`,
        `${heading}: ${problem.en} Compare it with the original.`,
      );
    }
  }
}

function checkOf(
  rule: PlausibilityRule,
  feed: Feed,
  indexOf: (field: string) => number,
  tomorrow: string,
): Check {
  const index = indexOf(rule.is === "in order" ? rule.later : rule.field);
  const { type } = feed.columns[index]!;
  if (rule.is === "past") return isPast(index, type, tomorrow);
  if (rule.is === "near") {
    const to = rule.to === undefined ? null : indexOf(rule.to);
    const toYear = (values: CellValue[]): number | null =>
      to === null ? Number(tomorrow.slice(0, 4)) : yearOf(feed.columns[to]!.type, values[to]!);
    return (values) => {
      const [year, other] = [yearOf(type, values[index]!), toYear(values)];
      return year !== null && other !== null && Math.abs(year - other) > rule.years
        ? farAway(year, other)
        : null;
    };
  }
  const earlier = indexOf(rule.earlier);
  const { heading } = feed.columns[earlier]!;
  return (values) => {
    const day = values[earlier];
    return day !== null && values[index]! < day! ? beforeOther(heading, String(day)) : null;
  };
}

function isPast(index: number, type: CellType, tomorrow: string): Check {
  const [year, month] = tomorrow.split("-").map(Number) as [number, number];
  if (type.is === "date") {
    const first = `${firstYear}-01-01`;
    return (values) => {
      const day = values[index]!;
      return day > tomorrow ? inFuture : day < first ? tooEarly : null;
    };
  }
  const [latest, perYear] =
    type.is === "month" ? [year * 12 + month - 1, 12] : [year * 4 + Math.floor((month - 1) / 3), 4];
  return (values) => {
    const period = Number(values[index]);
    return period > latest ? inFuture : period < firstYear * perYear ? tooEarly : null;
  };
}

function yearOf({ is }: CellType, value: CellValue): number | null {
  if (value === null) return null;
  return is === "quarter" ? yearOfQuarter(Number(value)) : Number(value);
}

const inFuture: Localized = { ko: "아직 오지 않은 때입니다.", en: "This is in the future." };
const tooEarly: Localized = {
  ko: `${firstYear}년보다 이른 때입니다.`,
  en: `This is before ${firstYear}.`,
};
const beforeOther = (heading: string, day: string): Localized => ({
  ko: `${heading}(${day})보다 이릅니다.`,
  en: `This is before ${heading} (${day}).`,
});
const farAway = (year: number, other: number): Localized => ({
  ko: `${year}년은 ${other}년과 ${Math.abs(year - other)}년이나 떨어져 있습니다.`,
  en: `${year} is ${Math.abs(year - other)} years away from ${other}.`,
});
