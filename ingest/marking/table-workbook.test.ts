import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { readTables } from "../documents/read-tables.ts";
import { type Cell, isBlank, type Table } from "../documents/table.ts";
import { tableWorkbook } from "./table-workbook.ts";

const folders = ["test/ingest/files", "test/contract/tables"];
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(xls|ods|xlsb|xml|csv|txt)$/.test(name))
    .map((name) => `${folder}/${name}`),
);

/**
 * What reading depends on: a formula or error is refused like the text of it, and a cell that displays another value
 * than it stores is refused anyway.
 */
const asRead = (cell: Cell): unknown =>
  typeof cell === "string"
    ? cell
    : cell.kind === "formula" || cell.kind === "error"
      ? cell.exact
      : cell.isRounded || cell.displaysOther
        ? { refused: cell.display }
        : cell;

/** The filled cells of a table by place, as they are read. */
function cellsOf(table: Table): Map<string, unknown> {
  const cells = new Map<string, unknown>();
  for (const rows of table.batches())
    for (const row of rows)
      for (const [at, cell] of row.cells.entries())
        if (!isBlank(cell)) cells.set(`${row.line} ${at}`, asRead(cell));
  return cells;
}

test.each(files)("%s is read the same from the workbook made of it", async (path) => {
  const tables = await readTables({ name: path, bytes: readFileSync(path) });
  if ("finding" in tables) throw new Error(tables.finding.message.en);
  const { bytes } = (await tableWorkbook(tables, []))!;
  const again = await readTables({ name: "OUT.xlsx", bytes });
  if ("finding" in again) throw new Error(again.finding.message.en);
  expect(again.map(cellsOf)).toEqual(tables.map(cellsOf));
  expect(again.map(({ hidden }) => hidden.sheet)).toEqual(tables.map(({ hidden }) => hidden.sheet));
  const filledRows = (table: Table) =>
    table.hidden.rows.filter(({ first }) => table.row(first)?.cells.some((cell) => !isBlank(cell)));
  expect(again.map(filledRows)).toEqual(tables.map(filledRows));
  expect(again.map(({ merges }) => merges)).toEqual(tables.map(({ merges }) => merges));
});
