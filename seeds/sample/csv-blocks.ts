import { headingOf, headingUnitWon, parseHeading } from "../../ingest/forms/feed/heading.ts";
import { byteOrderMark, csvLine } from "../../schema/core/csv.ts";
import { formatMonth } from "../../schema/core/scalars/month.ts";
import { formatQuarter } from "../../schema/core/scalars/quarter.ts";
import type { CellValue } from "../../schema/feeds/cell.ts";
import type { Feed, FeedColumn } from "../../schema/feeds/feed.ts";
import { dash, type SampleRow } from "../../schema/feeds/sample-rows.ts";

/** Lines that are written together. */
const linesInBlock = 1_000;

/**
 * Rows on the form of a feed, as blocks of CSV text: UTF-8 with a byte order mark and CRLF, as Excel writes it.
 * Fields that a row does not have are blank.
 */
export function* csvBlocks(feed: Feed, rows: Iterable<SampleRow>): Generator<string> {
  const cells = feed.columns.map((column) => ({ field: column.field, write: cellWriter(column) }));
  let lines = [byteOrderMark + csvLine(feed.columns.map(headingOf))];
  for (const row of rows) {
    lines.push(csvLine(cells.map(({ field, write }) => write(row[field] ?? null))));
    if (lines.length < linesInBlock) continue;
    yield lines.join("");
    lines = [];
  }
  yield lines.join("");
}

/** Writes exact decimals given as 185E-3. */
const decimals = new Intl.NumberFormat("en-US", { maximumFractionDigits: 20 });
const decimal = (digits: string, exponent: number): string =>
  decimals.format(`${digits}E${exponent}` as Intl.StringNumericLiteral);

/** How values of a column are printed: what the reader of the feed reads as these values again. */
function cellWriter(column: FeedColumn): (value: CellValue) => string {
  const write = valueWriter(column);
  return (value) => (value === null ? "" : value === dash ? dash : write(value));
}

function valueWriter(column: FeedColumn): (value: NonNullable<CellValue>) => string {
  const { type } = column;
  switch (type.is) {
    case "choice": {
      const words = new Map(
        Object.entries(type.choices)
          .reverse()
          .map(([word, name]) => [name, word]),
      );
      return (value) => words.get(String(value))!;
    }
    case "won": {
      const exponent = 1 - String(headingUnitWon(parseHeading(headingOf(column)))).length;
      return (value) => decimal(String(value), exponent);
    }
    case "percent":
      return (value) => decimal(String(value), 2);
    case "quarter":
      return (value) => formatQuarter(Number(value));
    case "month":
      return (value) => formatMonth(Number(value));
    case "yesNo":
      return (value) => (value ? "예" : "아니오");
    case "businessNumber":
      return (value) => String(value).replace(/^(...)(..)/, "$1-$2-");
    default:
      return String;
  }
}
