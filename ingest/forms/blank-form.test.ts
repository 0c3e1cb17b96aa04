import { describe, expect, test } from "@jest/globals";
import { feeds } from "../../schema/feeds.ts";
import { csvText } from "../../test/ingest/csv-bytes.ts";
import { readTables } from "../documents/read-tables.ts";
import { displayText } from "../documents/table.ts";
import { csvTemplate, xlsxTemplate } from "./blank-form.ts";
import { openFeed } from "./feed/open-feed.ts";
import { OpenedFeed } from "./feed/opened-feed.ts";

async function open(name: string, bytes: Uint8Array): Promise<OpenedFeed> {
  const tables = await readTables({ name, bytes });
  if ("finding" in tables) throw new Error(tables.finding.message.en);
  const opened = openFeed(tables[0]!, feeds);
  if (!(opened instanceof OpenedFeed)) throw new Error(JSON.stringify(opened));
  return opened;
}

describe.each(feeds.map((feed) => [feed.name, feed] as const))("the blank form of %s", (name, feed) => {
  const examples = feed.columns.map((column) => column.example);

  test("is read when it is filled in below the heading", async () => {
    const filled = csvTemplate(feed) + csvText([examples]);
    const opened = await open("서식.csv", Buffer.from(filled));
    expect(opened.feed.name).toBe(name);
    const rows = [...opened.rows()].flat();
    expect(rows).toHaveLength(1);
    expect(rows[0]!.values).not.toContain(null);
    expect(opened.findings).toEqual([]);
  });

  test("explains every heading above it, in Korean and English", async () => {
    const opened = await open("서식.csv", Buffer.from(csvTemplate(feed)));
    const above = [...opened.table.batches()].flat().slice(0, -1);
    const explained = above.map((row) => row.cells.map(displayText));
    for (const [index, column] of feed.columns.entries()) {
      const about = explained.map((row) => row[index]!);
      expect(about.find((text) => text.includes(column.means.ko))).toContain(column.example);
      expect(about.find((text) => text.includes(column.means.en))).toContain(column.example);
    }
  });

  test("says the same as a workbook, which is read as well", async () => {
    const opened = await open("서식.xlsx", await xlsxTemplate(feed));
    expect(opened.feed.name).toBe(name);
    expect([...opened.rows()]).toEqual([]);
    expect(opened.findings).toEqual([]);
    const cells = (one: OpenedFeed) =>
      [...one.table.batches()].flat().map((row) => row.cells.map(displayText).filter((text) => text !== ""));
    expect(cells(opened)).toEqual(cells(await open("서식.csv", Buffer.from(csvTemplate(feed)))));
  });
});
