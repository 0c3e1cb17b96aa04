import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { inlineRows, workbookBytes } from "../../test/ingest/write-workbook.ts";
import { startTestHub, type TestHub } from "../../test/setup/hub.ts";
import { readTables } from "../documents/read-tables.ts";
import { displayText } from "../documents/table.ts";
import type { GivenFile } from "../forms/read-file.ts";
import type { FileFinding } from "../publishing/file-finding.ts";
import { importFiles } from "../publishing/import-files.ts";
import { markFiles } from "./mark-files.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
  const base = "지자체코드,지자체명,합성여부\n88031,표시시,예\n";
  const { findings } = await importFiles(hub.database, {
    files: [
      { name: "지자체.csv", bytes: Buffer.from(base) },
      { name: "부서.csv", bytes: Buffer.from("부서명\n회계과\n") },
    ],
    municipality: "88031",
  });
  expect(findings).toEqual([]);
});
afterAll(() => hub.stop());

const check = (files: GivenFile[]) =>
  importFiles(hub.database, { files, municipality: "88031", check: true });

const textOf = (bytes: Uint8Array, part: RegExp): string => {
  const name = Object.keys(unzipSync(bytes)).find((one) => part.test(one));
  return name === undefined ? "" : strFromU8(unzipSync(bytes)[name]!);
};

/** A workbook after somebody replaced a text in it, as an editor would. */
const edited = (bytes: Uint8Array, from: string, to: string): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([name, part]) => [
        name,
        /worksheets\/(?!hub-findings)|sharedStrings/.test(name)
          ? strToU8(strFromU8(part).replaceAll(from, to))
          : part,
      ]),
    ),
  );

/** Code, cell and severity colour of what is marked, by the comments and styles of the workbook. */
function marksOf(bytes: Uint8Array, sheet: RegExp): Record<string, string> {
  const xml = textOf(bytes, sheet);
  const styles = textOf(bytes, /styles/);
  const fills = [...styles.matchAll(/<fill>.*?<\/fill>/g)].map(([fill]) => /rgb="(\w+)"/.exec(fill)?.[1]);
  const cells = /<cellXfs.*<\/cellXfs>/s.exec(styles)![0].match(/<xf\b/g)!;
  const xfs = [...styles.matchAll(/<xf\b[^>]*>/g)]
    .slice(-cells.length)
    .map(([xf]) => /fillId="(\d+)"/.exec(xf)?.[1]);
  const comments = new Map(
    [...textOf(bytes, /comments/).matchAll(/<comment ref="(\w+)".*?\[(\w+)\]/gs)].map(([, at, code]) => [
      at,
      code,
    ]),
  );
  return Object.fromEntries(
    [...xml.matchAll(/<c r="(\w+)"[^>]*? s="(\d+)"/g)]
      .filter(([, , style]) => fills[Number(xfs[Number(style)])])
      .map(([, at, style]) => [at!, `${comments.get(at!)} ${fills[Number(xfs[Number(style)])]}`]),
  );
}

const headings = ["연도", "부서명", "기준", "목표율(%)"];
const targets = (rows: string[][]) => ({
  name: "구매목표",
  rows: inlineRows([["2025년 목표"], headings, ...rows]),
});
const rowsWithErrors = [
  ["2025", "회게과", "사회적기업", "5"],
  ["2025", "회계과", "사회적경제기업", "십"],
];

describe("a workbook", () => {
  const notes = {
    name: "참고 & '메모'",
    rows: inlineRows([["메모", "=1+1"]]),
    after: '<mergeCells count="1"><mergeCell ref="C1:D1"/></mergeCells>',
  };
  const bytes = workbookBytes({ sheets: [targets(rowsWithErrors), notes], formats: ["yyyy-mm-dd"] });
  const file = { name: "목표.xlsx", bytes };

  test("is marked at the wrong cells, keeps its other sheets, and is imported once it is corrected", async () => {
    const { findings } = await check([file]);
    const [marked] = await markFiles([file], findings, "OUT.xlsx");
    expect(marked!.name).toBe("OUT.xlsx");
    expect(marksOf(marked!.bytes, /sheet1\.xml$/)).toEqual({
      B3: "UNKNOWN_REFERENCE FFFFC9C9",
      D4: "NOT_A_NUMBER FFFFC9C9",
    });
    expect(textOf(marked!.bytes, /sheet2\.xml$/)).toBe(textOf(bytes, /sheet2\.xml$/));
    const corrected = edited(edited(marked!.bytes, "회게과", "회계과"), "십", "10");
    const outcome = await check([{ name: "목표.xlsx", bytes: corrected }]);
    expect(outcome).toMatchObject({ refused: false, facts: 2 });
    // The sheet of notes is on no form, as before; the list is not even mentioned.
    expect(outcome.findings.map(({ code, message }) => [code, message.en])).toEqual([
      ["CONTENT_IGNORED", "Sheets that are on no form of the hub were not read: 참고 & '메모'."],
    ]);
  });

  test("that is not corrected gives the same findings again, and is marked once", async () => {
    const { findings } = await check([file]);
    const [once] = await markFiles([file], findings, "OUT.xlsx");
    const again = { name: file.name, bytes: edited(once!.bytes, "회게과", "회계과") };
    const second = await check([again]);
    expect(second.findings).toEqual(findings.filter(({ code }) => code !== "UNKNOWN_REFERENCE"));
    const [twice] = await markFiles([again], second.findings, "OUT.xlsx");
    expect(marksOf(twice!.bytes, /sheet1\.xml$/)).toEqual({ D4: "NOT_A_NUMBER FFFFC9C9" });
    expect(textOf(twice!.bytes, /workbook\.xml$/).match(/<sheet /g)).toHaveLength(3);
    expect(textOf(twice!.bytes, /vml$/).match(/<x:Row>/g)).toHaveLength(1);
  });

  test("keeps the comments of others, and no earlier findings below them", async () => {
    const finding: FileFinding = {
      ...{ code: "NOT_A_NUMBER", document: file.name, sheet: "구매목표", line: 4, column: 4, quote: "십" },
      message: { ko: "수가 <아님>", en: "no number" },
    };
    const [marked] = await markFiles([file], [finding], "OUT.xlsx");
    // As LibreOffice saves it: the author is lost, the text is cut into runs.
    const parts = unzipSync(marked!.bytes);
    const comments = textOf(marked!.bytes, /comments/)
      .replace("hub 점검", " ")
      .replace("[NOT_A_NUMBER] ", "담당자 확인&#10;&#10;[NOT_A_NUMBER] </t></r><r><t>");
    parts["xl/hub-comments1.xml"] = strToU8(comments);
    const again = { name: file.name, bytes: zipSync(parts) };
    const other: FileFinding = { ...finding, code: "RATIO_ABOVE_ONE" };
    const [twice] = await markFiles([again], [other], "OUT.xlsx");
    const texts = textOf(twice!.bytes, /comments/).replace(/<[^>]*>/g, "");
    expect(texts.match(/담당자 확인/g)).toHaveLength(1);
    expect(texts).toContain("[RATIO_ABOVE_ONE]");
    expect(texts).not.toContain("NOT_A_NUMBER");
    expect(textOf(twice!.bytes, /comments/).match(/<comment /g)).toHaveLength(1);
  });

  test("lists its findings on the first sheet, with links; texts stay texts", async () => {
    const finding: FileFinding = {
      ...{ code: "VALUE_UNKNOWN", document: file.name, sheet: notes.name, line: 1, column: 4 },
      quote: `=HYPERLINK("x")]]><b>&\u0001\uFFFD_x0041_`,
      message: { ko: "틀림", en: "wrong" },
    };
    const whole: FileFinding = {
      ...finding,
      sheet: undefined,
      line: null,
      column: null,
      code: "SUM_MISMATCH",
    };
    const [marked] = await markFiles([file], [whole, finding], "OUT.xlsx");
    const list = textOf(marked!.bytes, /hub-findings/);
    // D1 is covered by the merged C1.
    expect(list).toContain(
      `<hyperlink ref="E5" location="&#39;참고 &amp; &#39;&#39;메모&#39;&#39;&#39;!C1"/>`,
    );
    expect(list).not.toContain("<f>");
    expect(list.indexOf("VALUE_UNKNOWN")).toBeLessThan(list.indexOf("SUM_MISMATCH"));
    const tables = await readTables({ name: "OUT.xlsx", bytes: marked!.bytes });
    expect(tables).toMatchObject([{ sheet: "구매목표" }, { sheet: notes.name }]);
    const asData = await readTables({
      name: "OUT.xlsx",
      bytes: zipSync({
        ...unzipSync(marked!.bytes),
        "xl/worksheets/hub-findings1.xml": strToU8(list.replace("점검 결과 ·", "다른 표 ·")),
      }),
    });
    const [table] = asData as Exclude<typeof asData, { finding: unknown }>;
    expect(displayText(table!.row(5)!.cells[5])).toBe(`=HYPERLINK("x")]]><b>&\u0001□_x0041_`);
  });
});

describe("a CSV file", () => {
  test("becomes a workbook on the same rows, that is imported once it is corrected", async () => {
    const text = `${headings.join(",")}\n2025,회계과,사회적기업,5\n2025,회계과,사회적경제기업,십\n`;
    const file = { name: "목표.csv", bytes: Buffer.from(text) };
    const { findings } = await check([file]);
    const [marked] = await markFiles([file], findings, "OUT.xlsx");
    expect(marksOf(marked!.bytes, /sheet1\.xml$/)).toEqual({ D3: "NOT_A_NUMBER FFFFC9C9" });
    const outcome = await check([{ name: "OUT.xlsx", bytes: edited(marked!.bytes, "십", "10") }]);
    expect(outcome).toMatchObject({ refused: false, facts: 2, findings: [] });
  });

  test.each([
    ["a line that lacks its last cell", "2025,회계과,사회적기업"],
    ["a formula in a text", "=1+1,회계과,사회적기업,5"],
    ["an encoded character", "2025,_x0041_,사회적기업,5"],
    ["a formula that calls a program", "2025,=cmd|'/c calc'!A1,사회적기업,5"],
  ])("stays wrong until it is corrected: %s", async (_, line) => {
    const file = { name: "목표.csv", bytes: Buffer.from(`${headings.join(",")}\n${line}\n`) };
    const { findings, refused } = await check([file]);
    expect(refused).toBe(true);
    const [marked] = await markFiles([file], findings, "OUT.xlsx");
    expect(textOf(marked!.bytes, /sheet1\.xml$/)).not.toContain("<f>");
    expect(await check([{ name: "OUT.xlsx", bytes: marked!.bytes }])).toMatchObject({ refused: true });
  });

  test("with findings that have no place gives the list only", async () => {
    const file = { name: "메모.txt", bytes: Buffer.from("\0\0") };
    const { findings } = await check([file]);
    const [marked] = await markFiles([file], findings, "OUT.xlsx");
    expect(textOf(marked!.bytes, /sheet1\.xml$/)).toContain(findings[0]!.code);
  });
});

test.each(["documents/goyang-1-4-2-2019-Q2.txt", "office/goyang-1-4-2-2019-Q2.hwpx"])(
  "a report is listed, not turned into a table: %s",
  async (path) => {
    const name = path.replace(/.*\//, "");
    const file = { name, bytes: readFileSync(`test/contract/${path}`) };
    const finding: FileFinding = {
      ...{ code: "SUM_MISMATCH", document: name, line: 3, column: 1, quote: "계" },
      message: { ko: "합", en: "sum" },
    };
    const [marked] = await markFiles([file], [finding], "OUT.xlsx");
    expect(textOf(marked!.bytes, /workbook\.xml$/).match(/<sheet /g)).toHaveLength(1);
    expect(textOf(marked!.bytes, /sheet1\.xml$/)).toContain("SUM_MISMATCH");
  },
);

test("several files with findings get a workbook each, and one list that leads to them", async () => {
  const good = { name: "부서.csv", bytes: Buffer.from("부서명\n회계과\n") };
  const csv = { name: "목표.csv", bytes: Buffer.from(`${headings.join(",")}\n2025,회계과,사회적기업,오\n`) };
  const xlsx = { name: "목표.xlsx", bytes: workbookBytes({ sheets: [targets(rowsWithErrors)] }) };
  const { findings } = await check([good, csv, xlsx]);
  const marked = await markFiles([good, csv, xlsx], findings, "OUT.xlsx");
  expect(marked.map(({ name }) => name)).toEqual(["OUT.xlsx", "OUT-목표.xlsx", "OUT-목표-2.xlsx"]);
  const links = decodeURIComponent(textOf(marked[0]!.bytes, /worksheets\/_rels/));
  expect(links).toContain('Target="OUT-목표.xlsx"');
  expect(links).toContain('Target="OUT-목표-2.xlsx"');
  const alone = await markFiles(
    [good, csv],
    findings.filter(({ document }) => document === csv.name),
    "OUT.xlsx",
  );
  expect(alone.map(({ name }) => name)).toEqual(["OUT.xlsx"]);
});
