import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { readTables } from "../read-tables.ts";

const files = new URL("../../../test/ingest/files/", import.meta.url);
const xls = readFileSync(new URL("traps-libreoffice.xls", files));
const xlsb = readFileSync(new URL("traps-sheetjs.xlsb", files));

/** A compound file whose directory lists a stream of this name. */
const compound = (stream: string): Buffer =>
  Buffer.concat([
    xls.subarray(0, 8),
    Buffer.alloc(1_024),
    Buffer.from(`${stream}\0`, "utf16le"),
    Buffer.alloc(512),
  ]);

test.each([
  ["an encrypted workbook", compound("EncryptedPackage"), "암호"],
  ["an .xls that is cut off", xls.subarray(0, 700), ""],
  ["an .xlsb that is cut off", xlsb.subarray(0, xlsb.length - 30), "손상"],
  ["an old Word document", compound("WordDocument"), ""],
])("%s is refused", async (_, bytes, word) => {
  const tables = await readTables({ name: "표.xls", bytes });
  expect(tables).toMatchObject({ finding: { code: "FILE_UNREADABLE" } });
  expect("finding" in tables && tables.finding.message.ko).toContain(word);
});

test("bytes changed anywhere in an .xls are read or refused, and never stop the import", async () => {
  for (let at = 512; at < xls.length; at += 1_777) {
    const changed = Buffer.from(xls);
    changed[at]! ^= 0xff;
    const tables = await readTables({ name: "표.xls", bytes: changed });
    expect("finding" in tables ? tables.finding.code : "read").toMatch(
      /read|FILE_UNREADABLE|ENCODING_INVALID/,
    );
  }
});
