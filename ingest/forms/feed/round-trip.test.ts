import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Feed } from "../../../schema/feeds/feed.ts";
import { feeds } from "../../../schema/feeds.ts";
import { arbitraryRows, type WrittenCell } from "../../../test/ingest/arbitrary-rows.ts";
import { csvBytes } from "../../../test/ingest/csv-bytes.ts";
import { columnName, escapeXml, inlineRows, workbookBytes } from "../../../test/ingest/write-workbook.ts";
import { readTables } from "../../documents/read-tables.ts";
import { headingsOf } from "./heading.ts";
import { openFeed } from "./open-feed.ts";
import { OpenedFeed } from "./opened-feed.ts";

/** What a file says: its values row by row, and the findings that would refuse it. */
async function readBack(bytes: Uint8Array) {
  const tables = await readTables({ name: "표.csv", bytes });
  if ("finding" in tables) throw new Error(tables.finding.message.en);
  const opened = openFeed(tables[0]!, feeds);
  if (!(opened instanceof OpenedFeed)) throw new Error(JSON.stringify(opened));
  const values = [...opened.rows()].flat().map((row) => row.values);
  const errors = opened.findings.filter(
    ({ code }) => !["RATIO_ABOVE_ONE", "BUSINESS_NUMBER_INVALID", "VALUE_IMPLAUSIBLE"].includes(code),
  );
  return { feed: opened.feed.name, values, errors };
}

/** The columns of a feed in any order, as indexes. */
const orders = (feed: Feed) => {
  const indexes = feed.columns.map((_, index) => index);
  return fc.shuffledSubarray(indexes, { minLength: indexes.length });
};

const styles = fc.record({
  encoding: fc.constantFrom("UTF-8" as const, "UTF-8 with BOM" as const, "CP949" as const),
  lineEnd: fc.constantFrom("\n" as const, "\r\n" as const),
  quoteAll: fc.boolean(),
  endsLastLine: fc.boolean(),
});

const titles = fc.constantFrom<string[][]>([], [["표본시 자료"]], [["표본시 자료", ""], ["(2025년)"]]);

const expected = (feed: Feed, rows: WrittenCell[][]) => ({
  feed: feed.name,
  values: rows.map((row) => row.map((cell) => cell.value)),
  errors: [],
});

/** A cell as Excel stores it; style 1 is a date. */
function storedCell({ stored }: WrittenCell, name: string): string {
  if ("day" in stored) return `<c r="${name}" s="1"><v>${stored.day}</v></c>`;
  if ("number" in stored) return `<c r="${name}"><v>${stored.number}</v></c>`;
  return `<c r="${name}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(stored.text)}</t></is></c>`;
}

describe.each(feeds.map((feed) => [feed.name, feed] as const))(
  "what a table of %s says is read back",
  (_, feed) => {
    test("from CSV, whatever its encoding, line ends, quotes, order of columns and ways of writing", async () => {
      await fc.assert(
        fc.asyncProperty(
          arbitraryRows(feed),
          orders(feed),
          styles,
          titles,
          fc.nat(),
          async (rows, order, style, above, way) => {
            const heading = headingsOf(feed);
            const texts = rows.map((row) => row.map((cell) => cell.texts[way % cell.texts.length]!));
            const body = [heading, ...texts].map((row) => order.map((index) => row[index]!));
            expect(await readBack(csvBytes([...above, ...body], style))).toEqual(expected(feed, rows));
          },
        ),
        { numRuns: 60 },
      );
    });

    test("from a workbook, as texts and as Excel stores numbers and dates", async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryRows(feed), orders(feed), titles, async (rows, order, above) => {
          const heading = order.map((index) => headingsOf(feed)[index]!);
          const asTexts = rows.map((row) => order.map((index) => row[index]!.texts[0]!));
          const top = inlineRows([...above, heading]);
          const stored = rows.map((row, line) => {
            const number = above.length + 2 + line;
            const cells = order.map((index, column) =>
              storedCell(row[index]!, `${columnName(column)}${number}`),
            );
            return `<row r="${number}">${cells.join("")}</row>`;
          });
          const formats = ["yyyy-mm-dd"];
          const bytes = [inlineRows([...above, heading, ...asTexts]), top + stored.join("")].map(
            (sheetRows) => workbookBytes({ sheets: [{ name: "자료", rows: sheetRows }], formats }),
          );
          for (const one of bytes) expect(await readBack(one)).toEqual(expected(feed, rows));
        }),
        { numRuns: 40 },
      );
    });
  },
);
