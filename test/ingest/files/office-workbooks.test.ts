import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { readFile } from "../../../ingest/forms/read-file.ts";

const csvFolder = new URL("../../contract/feeds/", import.meta.url);
const csvNames = readdirSync(csvFolder);

async function read(name: string, folder: URL) {
  const bytes = readFileSync(new URL(encodeURIComponent(name), folder));
  const file = await readFile({ name, bytes }, {});
  const [opened, ...others] = file.feeds;
  if (!opened || others.length > 0) throw new Error(`${name} holds ${file.feeds.length} feeds`);
  const rows = [...opened.rows()].flat().map(({ values }) => values);
  return { feed: opened.feed.name, rows, findings: [...file.findings, ...opened.findings] };
}

test.each([
  ["05-enterprise-openpyxl.xlsx", 44],
  ["07-target-libreoffice.xlsx", 41],
  ["08-outlet-libreoffice.xlsx", 7],
  ["09-outlet-sales-libreoffice.xlsx", 135],
  ["10-academy-libreoffice.xlsx", 44],
])("%s gives the %i rows of its CSV file", async (name, count) => {
  const workbook = await read(name, new URL("./", import.meta.url));
  const csv = await read(csvNames.find((one) => one.startsWith(name.slice(0, 2)))!, csvFolder);
  expect(workbook.feed).toBe(csv.feed);
  expect(workbook.rows).toHaveLength(count);
  expect(workbook.rows).toEqual(csv.rows);
  expect(workbook.findings.map(({ code }) => code)).toEqual(csv.findings.map(({ code }) => code));
});

test("a pledge code that the spreadsheet turned into a date is an error in every row", async () => {
  const { findings } = await read("08-outlet-codes-as-dates.xlsx", new URL("./", import.meta.url));
  expect(findings).toHaveLength(7);
  expect(findings[0]).toMatchObject({ code: "VALUE_UNKNOWN", line: 2, column: 7 });
  expect(findings[0]!.message.en).toContain("1-1-1");
});
