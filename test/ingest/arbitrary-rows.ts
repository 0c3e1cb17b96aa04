import fc from "fast-check";
import { formatMonth } from "../../schema/core/scalars/month.ts";
import { formatQuarter } from "../../schema/core/scalars/quarter.ts";
import type { CellType, CellValue } from "../../schema/feeds/cell.ts";
import type { Feed, FeedColumn } from "../../schema/feeds/feed.ts";

/** A cell: what it means, ways in which people write that, and as what Excel stores it. */
export interface WrittenCell {
  value: CellValue;
  texts: string[];
  stored: { number: string } | { day: number } | { text: string };
}

const unitsWon: Record<string, bigint> = { 원: 1n, 천원: 1_000n, 백만원: 1_000_000n };
const dayLength = 86_400_000;
const firstDay = Date.UTC(1899, 11, 30);

const plain = (value: string | number): WrittenCell => ({
  value,
  texts: [String(value), ` ${value} `],
  stored: typeof value === "number" ? { number: String(value) } : { text: value },
});

const texts = fc
  .string({ unit: fc.constantFrom(..."가나 다,\"'\n똠A1."), minLength: 1, maxLength: 12 })
  .map((text) => `이름${text}`.trim())
  .map(plain);

/** Names and codes that identify or refer to a row: white space in them is one space. */
const keys = (last: string) =>
  texts.map(({ value }): WrittenCell => {
    const name = `${value}${last}`;
    return { ...plain(name), value: name.replace(/\s+/g, " ") };
  });

const numbers = fc
  .bigInt({ min: 1_000_000_000n, max: 9_999_999_999n })
  .map(String)
  .map((digits) => ({
    value: digits,
    texts: [digits, digits.replace(/^(...)(..)/, "$1-$2-")],
    stored: { number: digits },
  }));

const days = fc.integer({ min: 40_000, max: 50_000 }).map((day): WrittenCell => {
  const value = new Date(firstDay + day * dayLength).toISOString().slice(0, 10);
  const [year, month, date] = value.split("-").map(Number);
  const ways = [`${year}. ${month}. ${date}.`, value.replaceAll("-", ""), `${year}년 ${month}월 ${date}일`];
  return { value, texts: [value, ...ways], stored: { day } };
});

const months = fc.integer({ min: 2020 * 12, max: 2030 * 12 }).map((value): WrittenCell => {
  const [year, month] = formatMonth(value).split("-");
  const ways = [`${year}년 ${Number(month)}월`, `${year}${month}`];
  return { value, texts: [`${year}-${month}`, ...ways], stored: { text: `${year}-${month}` } };
});

const quarters = fc.integer({ min: 2020 * 4, max: 2030 * 4 }).map((value): WrittenCell => {
  const [year, quarter] = formatQuarter(value).split("-Q");
  const ways = [`${year}년 ${quarter}분기`, `${year} ${quarter}/4분기`];
  return { value, texts: [formatQuarter(value), ...ways], stored: { text: ways[0]! } };
});

/** Tenths of a percent; from 1 %, as less without a percent sign may be a fraction. */
const percentages = fc.integer({ min: 10, max: 1_000 }).map((tenths): WrittenCell => {
  const text = String(tenths / 10);
  return { value: String(tenths / 1_000), texts: [text, `${text}%`], stored: { number: text } };
});

/** Amounts in whole won, and in tenths of larger units. */
const amounts = (unit: string) =>
  fc.integer({ min: -1_000_000, max: 10_000_000 }).map((count): WrittenCell => {
    const wonOfOne = unitsWon[unit]!;
    const [value, inUnit] =
      wonOfOne === 1n ? [BigInt(count), count] : [(BigInt(count) * wonOfOne) / 10n, count / 10];
    const size = Math.abs(inUnit);
    const grouped = size.toLocaleString("en");
    const ways = inUnit < 0 ? [`△${grouped}`, `(${grouped})`, `-${size}`] : [grouped, String(size)];
    return { value, texts: ways, stored: { number: String(inUnit) } };
  });

const codes = (digits: number) =>
  fc
    .integer({ min: 10 ** (digits - 1), max: 10 ** digits - 1 })
    .map(String)
    .map(plain);

function names({ key, references, digits, typical }: FeedColumn): fc.Arbitrary<WrittenCell> {
  if (digits) return codes(digits);
  return key || references ? keys(typical ? "과" : "") : texts;
}

function cells(column: FeedColumn): fc.Arbitrary<WrittenCell> {
  const { type, unit } = column;
  const simple: Record<Exclude<CellType["is"], "won" | "choice">, fc.Arbitrary<WrittenCell>> = {
    text: names(column),
    businessNumber: numbers,
    date: days,
    month: months,
    quarter: quarters,
    year: fc.integer({ min: 2000, max: 2050 }).map(plain),
    count: fc.nat({ max: 100_000 }).map(plain),
    percent: percentages,
    yesNo: fc.boolean().map((value) => ({ ...plain(value ? "예" : "아니오"), value })),
  };
  if (type.is === "won") return amounts(unit!);
  if (type.is !== "choice") return simple[type.is];
  return fc.constantFrom(...Object.entries(type.choices)).map(([word, value]) => ({ ...plain(word), value }));
}

const blank: WrittenCell = { value: null, texts: ["", "-"], stored: { text: "" } };

/** Rows that a feed can have, each key once; cells that need not be there are sometimes blank. */
export function arbitraryRows(feed: Feed): fc.Arbitrary<WrittenCell[][]> {
  const row = feed.columns.map((column) =>
    column.key || column.required
      ? cells(column)
      : fc.oneof({ weight: 3, arbitrary: cells(column) }, { weight: 1, arbitrary: fc.constant(blank) }),
  );
  const keys = feed.columns.flatMap((column, index) => (column.key ? [index] : []));
  return fc.uniqueArray(fc.tuple(...row), {
    minLength: 1,
    maxLength: 12,
    selector: (written) => keys.map((index) => String(written[index]!.value)).join("\n"),
  });
}
