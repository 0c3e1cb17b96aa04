import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { quarterOf } from "../../../schema/core/scalars/quarter.ts";
import { feeds } from "../../../schema/feeds.ts";
import { readTables } from "../../documents/read-tables.ts";
import { openFeed } from "./open-feed.ts";
import { OpenedFeed } from "./opened-feed.ts";

const folder = new URL("../../../test/contract/feeds/", import.meta.url);
const names = readdirSync(folder);

async function open(prefix: string): Promise<OpenedFeed> {
  const name = names.find((one) => one.startsWith(prefix))!;
  const tables = await readTables({ name, bytes: readFileSync(new URL(encodeURIComponent(name), folder)) });
  const opened = openFeed((tables as Exclude<typeof tables, { finding: unknown }>)[0]!, feeds);
  if (!(opened instanceof OpenedFeed)) throw new Error(JSON.stringify(opened));
  return opened;
}

describe("the feeds of the contract", () => {
  test.each([
    ["01", "municipality", 1, "UTF-8"],
    ["02", "department", 12, "UTF-8"],
    ["03", "pledge", 160, "CP949"],
    ["04", "budget", 388, "UTF-8"],
    ["05", "enterprise", 44, "CP949"],
    ["06", "purchase", 1_265, "UTF-8"],
    ["07", "purchase-target", 41, "UTF-8"],
    ["08", "outlet", 7, "UTF-8"],
    ["09", "outlet-sales", 135, "UTF-8"],
    ["10", "academy", 44, "UTF-8"],
    ["11", "budget", 3, "UTF-8"],
  ])("%s is %s with %i rows, and no errors", async (prefix, name, count, encoding) => {
    const opened = await open(prefix);
    const rows = [...opened.rows()].flat();
    expect([opened.feed.name, rows.length, opened.table.encoding]).toEqual([name, count, encoding]);
    expect(opened.findings.filter(({ code }) => code !== "RATIO_ABOVE_ONE")).toEqual([]);
  });

  test("04 executes more than its budget on six lines", async () => {
    const opened = await open("04");
    const rows = [...opened.rows()].flat();
    const above = rows.filter(({ values }) => {
      const [budgeted, executed] = [values[6], values[7]];
      return budgeted !== null && executed !== null && executed! > budgeted!;
    });
    expect(above).toHaveLength(6);
    expect(opened.findings.map(({ line }) => line)).toEqual(above.map(({ line }) => line));
  });

  test("04 says exact won in both of its units, and where", async () => {
    const opened = await open("04");
    const row = [...opened.rows()].flat().find(({ line }) => line === 11)!;
    expect(row.values).toEqual([
      "1-1-1",
      quarterOf(2024, 3),
      2024,
      "PROVINCE",
      1_082_800_000n,
      757_700_000n,
      1_176_258_000n,
      null,
    ]);
    expect(opened.cell(11, "secured")).toEqual({ line: 11, column: 6, quote: "757.7" });
    expect(opened.cell(11, "executed").quote).toBe("-");
  });
});
