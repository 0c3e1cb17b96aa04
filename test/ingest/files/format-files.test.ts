import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { readTables } from "../../../ingest/documents/read-tables.ts";
import type { Cell, Table } from "../../../ingest/documents/table.ts";
import { readFile } from "../../../ingest/forms/read-file.ts";

const here = new URL("./", import.meta.url);
const feeds = new URL("../../contract/feeds/", import.meta.url);

async function feedIn(name: string, folder: URL) {
  const file = await readFile({ name, bytes: readFileSync(new URL(encodeURIComponent(name), folder)) }, {});
  expect(file.feeds).toHaveLength(1);
  const [opened] = file.feeds;
  const rows = [...opened!.rows()].flat().map(({ values }) => values);
  return {
    feed: opened!.feed.name,
    rows,
    codes: [...file.findings, ...opened!.findings].map(({ code }) => code),
  };
}

test.each([
  ["05-enterprise-xlsxwriter.xlsx", 44],
  ["07-target-xlwt.xls", 41],
  ["08-outlet-libreoffice.ods", 7],
  ["08-outlet-libreoffice.xls", 7],
  ["09-outlet-sales-libreoffice.xls", 135],
  ["09-outlet-sales-libreoffice.ods", 135],
  ["09-outlet-sales-libreoffice.xml", 135],
  ["09-outlet-sales-html-libreoffice.xls", 135],
  ["10-academy-pyexcelerate.xlsx", 44],
  ["10-academy-pandas.ods", 44],
  ["10-academy-sheetjs.xlsb", 44],
])("%s gives the %i rows and the findings of its CSV file", async (name, count) => {
  const file = await feedIn(name, here);
  const csv = await feedIn(readdirSync(feeds).find((one) => one.startsWith(name.slice(0, 2)))!, feeds);
  expect(file).toEqual(csv);
  expect(file.rows).toHaveLength(count);
});

async function tablesIn(name: string): Promise<Table[]> {
  const tables = await readTables({ name: "이름 없음", bytes: readFileSync(new URL(name, here)) });
  if ("finding" in tables) throw new Error(tables.finding.message.en);
  return tables;
}

describe.each([
  "traps-openpyxl.xlsx",
  "traps-libreoffice.xlsx",
  "traps-libreoffice.xls",
  "traps-libreoffice.ods",
  "traps-sheetjs.xlsb",
])("%s", (name) => {
  const values = async () => {
    const [table] = await tablesIn(name);
    return [...table!.batches()].flat().map(({ cells }): Cell | undefined => cells[1]);
  };

  test("tells what cells display and what they store", async () => {
    const [, ...cells] = await values();
    expect(cells.slice(0, 11)).toMatchObject([
      { display: "5,035,146", exact: "5035146000", scale: 1_000 },
      { display: "5,035.1", exact: "5035146000", scale: 1_000_000 },
      { display: "371천원", exact: "371", unit: "천원" },
      { display: "△371", exact: "371", displaysOther: true },
      { display: "", exact: "371", isConcealed: true },
      { isRounded: true },
      { display: "18.5%", exact: "18.5%", kind: "percent" },
      { display: "2025-03-01", exact: "2025-03-01", kind: "date" },
      { display: "2025-03-01 09:30", exact: "2025-03-01 09:30:00", kind: "date" },
      { display: "012-34-56789", exact: "123456789" },
      { display: "10", exact: "10", kind: "number" },
    ]);
  });

  test("tells what is merged and what is hidden", async () => {
    const [table, hidden] = await tablesIn(name);
    const rows = { first: 12, last: 13 };
    expect(table!.merges).toEqual([
      { lines: rows, columns: { first: 1, last: 1 } },
      { lines: rows, columns: { first: 2, last: 2 } },
    ]);
    expect(table!.hidden.rows).toEqual([{ first: 14, last: 14 }]);
    expect(table!.hidden.columns).toEqual([{ first: 3, last: 3 }]);
    expect([hidden!.sheet, hidden!.hidden.sheet]).toEqual(["숨은 시트", true]);
  });
});

test("formulas of programs that do not calculate have no result, or a 0 that may be none", async () => {
  const cell = async (name: string, line: number) => (await tablesIn(name))[0]!.row(line)!.cells[1];
  expect(await cell("formulas-openpyxl.xlsx", 1)).toMatchObject({ kind: "formula", exact: "=SUM(100,200)" });
  expect(await cell("formulas-openpyxl.xlsx", 2)).toMatchObject({ kind: "formula" });
  expect(await cell("formulas-xlwt.xls", 1)).toMatchObject({ kind: "formula" });
  expect(await cell("formulas-xlsxwriter.xlsx", 1)).toMatchObject({ exact: "0", isUncalculated: true });
  expect(await cell("formulas-xlsxwriter.xlsx", 2)).toEqual({ display: "7", exact: "7", kind: "number" });
});
