import { expect, test } from "@jest/globals";
import { archiveOf, inlineRows, workbookParts } from "../../../test/ingest/write-workbook.ts";
import { readTables } from "../read-tables.ts";
import type { Cell } from "../table.ts";

type Parts = Record<string, string>;

const rows = [
  ["부서명", "금액(원)"],
  ["회계과", "1,000"],
];
const plain = workbookParts({ sheets: [{ name: "부서", rows: inlineRows(rows) }], strings: ["하나"] });
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
const rootOf = (part: string): Parts => ({
  "_rels/.rels": `<Relationships><Relationship Id="a" Type="x/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="b" Type="${office}" Target="${part}"/></Relationships>`,
});
const mapped = (parts: Parts, change: (text: string) => string): Parts =>
  Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, change(text)]));
const renamed = (parts: Parts, change: (name: string) => string): Parts =>
  Object.fromEntries(Object.entries(parts).map(([name, text]) => [change(name), text]));
/** Gives every element of the main namespace a prefix, as some programs write it. */
const prefixed = (text: string): string =>
  text.includes("spreadsheetml/2006/main")
    ? text.replace(/<(\/?)([A-Za-z])/g, "<$1x:$2").replace('xmlns="', 'xmlns:x="')
    : text;

async function read(parts: Parts): Promise<Cell[][]> {
  const tables = await readTables({ name: "부서.bin", bytes: archiveOf(parts) });
  if ("finding" in tables) throw new Error(tables.finding.message.en);
  expect(tables.map(({ sheet, format }) => [sheet, format])).toEqual([["부서", "XLSX"]]);
  return [...tables[0]!.batches()].flat().map(({ cells }) => cells);
}

test.each<[string, Parts]>([
  ["as Excel writes it", { ...plain, ...rootOf("xl/workbook.xml") }],
  ["without a list of its main parts", plain],
  ["with prefixes on all elements", { ...mapped(plain, prefixed), ...rootOf("/xl/workbook.xml") }],
  [
    "with another prefix for relationships",
    mapped(plain, (text) => text.replaceAll("r:id=", "rel:id=").replaceAll("xmlns:r=", "xmlns:rel=")),
  ],
  [
    "with a main part of another name",
    {
      ...renamed(plain, (name) =>
        name
          .replace("xl/workbook.xml", "xl/book1.xml")
          .replace("xl/_rels/workbook.xml", "xl/_rels/book1.xml"),
      ),
      ...rootOf("xl/book1.xml"),
    },
  ],
  [
    "with its parts in another folder",
    {
      ...renamed(
        mapped(plain, (text) => text.replace("/xl/shared", "/content/shared")),
        (name) => name.replace(/^xl\//, "content/"),
      ),
      ...rootOf("content/workbook.xml"),
    },
  ],
  [
    "with names in other cases",
    renamed(plain, (name) => name.replace("sharedStrings", "SharedStrings").replace("sheet1", "Sheet1")),
  ],
  [
    "in the strict variant",
    {
      ...mapped(plain, (text) =>
        text
          .replaceAll(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
          )
          .replaceAll(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
          ),
      ),
      ...mapped(rootOf("xl/workbook.xml"), (text) =>
        text.replace(office, "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"),
      ),
    },
  ],
])("a workbook %s", async (_, parts) => {
  expect(await read(parts)).toEqual(rows);
});

test("the strict variant stores dates as texts", async () => {
  const cells =
    '<row><c t="d"><v>2025-03-01</v></c><c t="d"><v>2025-03-01T09:30:00</v></c><c t="d"><v>2025-03-01T00:00:00Z</v></c></row>';
  const [row] = await read(workbookParts({ sheets: [{ name: "부서", rows: cells }] }));
  expect(row).toMatchObject([
    { kind: "date", exact: "2025-03-01" },
    { kind: "date", exact: "2025-03-01 09:30:00" },
    { kind: "date", exact: "2025-03-01" },
  ]);
});

test.each<[string, Parts]>([
  [
    "a sheet that the list of parts lacks",
    mapped(plain, (text) => text.replace('r:id="rId1"', 'r:id="rId9"')),
  ],
  [
    "a shared text that is not there",
    {
      ...plain,
      "xl/worksheets/sheet1.xml":
        '<worksheet><sheetData><row><c t="s"><v>7</v></c></row></sheetData></worksheet>',
    },
  ],
])("%s is damage, never a blank", async (_, parts) => {
  const tables = await readTables({ name: "부서.xlsx", bytes: archiveOf(parts) });
  expect(tables).toMatchObject({ finding: { code: "FILE_UNREADABLE" } });
});
