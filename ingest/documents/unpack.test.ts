import { describe, expect, test } from "@jest/globals";
import { strToU8, zipSync } from "fflate";
import iconv from "iconv-lite";
import { inlineRows, workbookBytes } from "../../test/ingest/write-workbook.ts";
import { readTables } from "./read-tables.ts";
import { unpack } from "./unpack.ts";

const names = async (bytes: Uint8Array) =>
  (await unpack({ name: "자료.zip", bytes })).map(({ name }) => name);

describe("an archive of several files", () => {
  test("is its files, each under its own name, without what systems add", async () => {
    const archive = zipSync({
      "01-부서.csv": strToU8("부서명\n회계과"),
      "2025/구매.xlsx": workbookBytes({ sheets: [{ name: "구매", rows: inlineRows([["구매번호"]]) }] }),
      "__MACOSX/._01-부서.csv": strToU8("x"),
      ".DS_Store": strToU8("x"),
      "2025/~$구매.xlsx": strToU8("x"),
      "2025/Thumbs.db": strToU8("x"),
    });
    const files = await unpack({ name: "자료.zip", bytes: archive });
    expect(files.map(({ name }) => name)).toEqual(["자료.zip/01-부서.csv", "자료.zip/2025/구매.xlsx"]);
    expect(Buffer.from(files[0]!.bytes).toString()).toBe("부서명\n회계과");
    expect(await readTables(files[1]!)).toMatchObject([{ sheet: "구매" }]);
  });

  test("made on Korean Windows has names in CP949", async () => {
    const archive = Buffer.from(zipSync({ aaaaaaa: strToU8("부서명\n회계과") }));
    const name = iconv.encode("부서.c", "cp949");
    for (let at = archive.indexOf("aaaaaaa"); at >= 0; at = archive.indexOf("aaaaaaa"))
      name.copy(archive, at);
    const utf8Flag = 0x08;
    expect(archive[7]! & utf8Flag).toBe(0);
    expect(await names(archive)).toEqual(["자료.zip/부서.ca"]);
  });

  test("workbooks and documents stay whole, and so does what cannot be unpacked", async () => {
    const workbook = workbookBytes({ sheets: [{ name: "구매", rows: inlineRows([["구매번호"]]) }] });
    const hwpx = zipSync({
      mimetype: strToU8("application/hwp+zip"),
      "Contents/section0.xml": strToU8("<s/>"),
    });
    const cut = zipSync({ "a.csv": strToU8("a,b") }).subarray(0, 60);
    for (const bytes of [workbook, hwpx, cut, strToU8("부서명")])
      expect(await names(bytes)).toEqual(["자료.zip"]);
  });

  test("an archive in an archive is refused", async () => {
    const inner = zipSync({ "a.csv": strToU8("부서명\n회계과") });
    const [member] = await unpack({ name: "자료.zip", bytes: zipSync({ "안.zip": inner }) });
    expect(await readTables(member!)).toMatchObject({ finding: { code: "FILE_UNREADABLE" } });
  });

  test("a password is named as the cause", async () => {
    const archive = Buffer.from(zipSync({ "a.csv": strToU8("부서명\n회계과".repeat(9)) }));
    archive[6]! |= 1;
    archive[archive.indexOf("PK\x01\x02") + 8]! |= 1;
    const [member] = await unpack({ name: "자료.zip", bytes: archive });
    expect(member!.name).toBe("자료.zip");
    expect(await readTables(member!)).toMatchObject({
      finding: { code: "FILE_UNREADABLE", message: { ko: expect.stringContaining("암호") } },
    });
  });
});
