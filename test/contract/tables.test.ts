import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { importFiles } from "../../ingest/publishing/import-files.ts";
import { forgetMapping, listMappings } from "../../ingest/publishing/table-mappings.ts";
import { startTestHub, type TestHub } from "../setup/hub.ts";
import { contractTableCases, deviationsOfTables } from "./cases.ts";

const folder = "test/contract/tables";
/** The tables of the city 99993 in their order, each with the mapping that reads it and further options. */
const order: [name: string, mapping: string | null, options: string[]][] = JSON.parse(
  readFileSync(`${folder}/order.json`, "utf8"),
);
const fileOf = (name: string) => ({ name, bytes: readFileSync(`${folder}/${name}`) });

let hub: TestHub;
let beforeCorrection: string;
const codes: Record<string, string[]> = {};

beforeAll(async () => {
  hub = await startTestHub();
  for (const [name, mapping, options] of order) {
    if (options.length > 0)
      beforeCorrection = (
        await hub.ask(`{ releases(municipality: "99993", first: 1) { nodes { publishedAt } } }`)
      ).data.releases.nodes[0].publishedAt;
    const outcome = await importFiles(hub.database, {
      files: [fileOf(name)],
      municipality: "99993",
      mappings: mapping === null ? [] : [fileOf(mapping)],
      reason: options[0] === "--reason" ? options[1] : undefined,
    });
    expect(outcome).toMatchObject({ refused: false, release: expect.any(Number) });
    codes[mapping ?? name] = outcome.findings.map(({ code }) => code);
  }
}, 120_000);
afterAll(() => hub.stop());

describe("the city in departments' own tables", () => {
  test.each(contractTableCases)("answers case %s as it stands", async (name) => {
    expect(await deviationsOfTables(name, beforeCorrection, hub.ask)).toEqual([]);
  });

  test("gets the findings that it deserves, and no other", () => {
    expect(codes).toEqual({
      "01-기본.csv": [],
      "02-기본.csv": [],
      // 비고
      "03-공약추진현황.mapping.json": ["CONTENT_IGNORED"],
      // Six lines of the contract's synthetic city spend more than their budget.
      "04-집행현황.mapping.json": Array(6).fill("RATIO_ABOVE_ONE"),
      // 연번
      "05-사회적경제기업현황.mapping.json": ["CONTENT_IGNORED"],
      "06-계약현황.mapping.json": [],
      "07-구매목표.mapping.json": [],
      "08-판매장.mapping.json": [],
      // 계, which is checked against its row
      "09-매출-2024.mapping.json": ["CONTENT_IGNORED"],
      "09-매출-2025.mapping.json": ["CONTENT_IGNORED"],
      "10-교육실적.mapping.json": [],
      "11-집행현황-정정.mapping.json": [],
    });
  });

  test("cites each unpivoted amount at its own cell, and names the mapping", async () => {
    const { data } = await hub.ask(`{ pledge(municipality: "99993", code: "1-1-1") {
      funding(quarter: "2024-Q1") { phase source amount citation { sheet line column quote mappings { name feed } } } } }`);
    const line = data.pledge.funding.find(
      ({ phase, source }: Record<string, string>) => phase === "BUDGETED" && source === "PROVINCE",
    );
    expect(line).toMatchObject({
      amount: 1_176_258_000,
      citation: {
        ...{ sheet: "집행현황", line: 6, column: 13, quote: "1176258" },
        mappings: [{ name: "04-집행현황.mapping.json", feed: "budget" }],
      },
    });
  });

  test("names a corrected row by its key, and cites the corrected amount", async () => {
    const { data } = await hub.ask(
      `{ changes(where: { municipality: "99993" }) { nodes { key measure before after citation { sheet line column quote } } } }`,
    );
    expect(data.changes.nodes).toHaveLength(3);
    expect(data.changes.nodes).toContainEqual({
      ...{
        key: "3-1-3 2025-Q4 2025 도비",
        measure: "executed",
        before: expect.any(Number),
        after: 266_087_000,
      },
      citation: { sheet: "집행현황", line: 7, column: 17, quote: "266087" },
    });
  });

  test("shows the mapping on the document's page", async () => {
    const { data } = await hub.ask(
      `{ findings(where: { municipality: "99993", document: "05-사회적경제기업현황.xls" }) { nodes { document { url mappings { name json } } } } }`,
    );
    const { url, mappings } = data.findings.nodes[0].document;
    expect(mappings).toEqual([
      {
        name: "05-사회적경제기업현황.mapping.json",
        json: readFileSync(`${folder}/05-사회적경제기업현황.mapping.json`, "utf8"),
      },
    ]);
    const page = await (await fetch(hub.url + url)).text();
    expect(page).toContain("05-사회적경제기업현황.mapping.json");
    expect(page).toContain("사회적기업(인증)");
  });
});

describe("the next quarter's files", () => {
  const again = (name: string, bytes = readFileSync(`${folder}/${name}`)) =>
    importFiles(hub.database, { files: [{ name, bytes }], municipality: "99993" });

  test.each([
    ["05-사회적경제기업현황.xls", ["05-사회적경제기업현황.mapping.json"]],
    ["06-계약현황.xlsx", ["06-계약현황.mapping.json"]],
    ["09-매출.xls", ["09-매출-2024.mapping.json", "09-매출-2025.mapping.json"]],
    ["10-교육실적.ods", ["10-교육실적.mapping.json"]],
  ])("%s need no mapping, which the import says", async (name, mappings) => {
    const outcome = await again(name);
    expect(outcome).toMatchObject({ refused: false, facts: 0 });
    const notes = outcome.findings.filter(({ code }) => code === "MAPPING_REMEMBERED");
    expect(notes.map(({ message }) => message.en)).toEqual(
      mappings.map((mapping) => expect.stringContaining(mapping)),
    );
  });

  test("are refused where the headings differ, or where another city's were the same", async () => {
    const table = readFileSync(`${folder}/08-판매장.txt`).toString("utf16le");
    const changed = Buffer.from(table.replace("폐점일", "폐업일"), "utf16le");
    expect((await again("판매장.txt", changed)).findings.map(({ code }) => code)).toEqual(["FORM_UNKNOWN"]);
    const elsewhere = await importFiles(hub.database, {
      files: [fileOf("08-판매장.txt")],
      municipality: "41280",
    });
    expect(elsewhere.findings.map(({ code }) => code)).toEqual(["FORM_UNKNOWN"]);
  });

  test("are refused where the mapping writes a year that they do not print", async () => {
    const table = (title: string) => Buffer.from(`${title}\n(단위 : 원)\n코드번호,1월,2월\nS01,,\nS02,,5\n`);
    const mapping = JSON.stringify({
      feed: "outlet-sales",
      columns: { 판매장코드: { from: "코드번호" } },
      unpivot: {
        column: "매출월",
        members: { "1월": "2023-01", "2월": "2023-02" },
        measures: { 매출액: "{}" },
      },
    });
    const first = await importFiles(hub.database, {
      ...{ files: [{ name: "매출.csv", bytes: table("2023년 매출") }], municipality: "99993" },
      mappings: [{ name: "매출.mapping.json", bytes: Buffer.from(mapping) }],
    });
    expect(first.release).not.toBeNull();
    expect(await again("매출.csv", table("2023년 매출(재발행)"))).toMatchObject({ refused: false });
    const next = await again("매출.csv", table("2026년 매출"));
    expect(next.findings.map(({ code }) => code)).toEqual(["PERIOD_MISMATCH"]);
  });

  test("name an unknown department once, where it is printed, for all rows that it is merged over", async () => {
    const table = [
      "(단위 : 원),,,,,",
      "담당부서,계약번호,계약일,사업자번호,보조금,계약금액",
      "회개과,X-1,2025-03-01,749-50-76503,,5",
      ",X-2,2025-03-02,749-50-76503,,6",
      ",X-3,2025-03-03,749-50-76503,,7",
    ];
    const from = (heading: string) => ({ from: heading });
    const columns = {
      ...{
        구매번호: from("계약번호"),
        구매일자: from("계약일"),
        부서명: from("담당부서"),
        금액: from("계약금액"),
      },
      ...{ 사업자등록번호: from("사업자번호"), 보조금여부: { from: "보조금", values: { "": "아니오" } } },
    };
    const { findings } = await importFiles(hub.database, {
      ...{ files: [{ name: "계약.csv", bytes: Buffer.from(table.join("\n")) }], municipality: "99993" },
      mappings: [
        {
          name: "계약.mapping.json",
          bytes: Buffer.from(JSON.stringify({ feed: "purchase", columns, fillDown: ["담당부서"] })),
        },
      ],
    });
    expect(findings.map(({ code, line, column, quote }) => [code, line, column, quote])).toEqual([
      ["UNKNOWN_REFERENCE", 3, 1, "회개과"],
    ]);
  });

  test("need one again once it is forgotten, and the document keeps what it was read by", async () => {
    const names = (await listMappings(hub.database, "99993")).map(({ name }) => name);
    expect(names).toContain("10-교육실적.mapping.json");
    expect(await forgetMapping(hub.database, "99993", "10-교육실적.mapping.json")).toBe(1);
    expect((await again("10-교육실적.ods")).findings.map(({ code }) => code)).toEqual(["FORM_UNKNOWN"]);
    await expect(forgetMapping(hub.database, "99993", "10-교육실젹.mapping.json")).rejects.toMatchObject({
      code: "MAPPING_UNKNOWN",
    });
    const given = await importFiles(hub.database, {
      ...{ files: [fileOf("10-교육실적.ods")], municipality: "99993" },
      mappings: [fileOf("10-교육실적.mapping.json")],
    });
    expect(given).toMatchObject({ refused: false, facts: 0 });
    const [listed] = (await listMappings(hub.database, "99993")).filter(({ feed }) => feed === "academy");
    expect(listed).toMatchObject({ name: "10-교육실적.mapping.json", version: 2 });
  });
});

describe("several mappings in one import", () => {
  const names = [
    "01-기본.csv",
    "05-사회적경제기업현황.xls",
    "07-구매목표.xlsx",
    "09-매출.xls",
    "10-교육실적.ods",
  ];
  const load = (files: string[], mappings: string[]) =>
    importFiles(hub.database, {
      ...{ files: files.map(fileOf), municipality: "99993" },
      mappings: mappings.map((name) => fileOf(`${name}.mapping.json`)),
    });

  test("each read the files with their headings; other files are read as ever", async () => {
    const mappings = ["10-교육실적", "09-매출-2024", "09-매출-2025", "05-사회적경제기업현황", "07-구매목표"];
    const { refused, facts, findings } = await load(names, mappings);
    expect([refused, facts]).toEqual([false, 0]);
    expect(findings.map(({ code, document, sheet }) => [code, document, sheet])).toEqual([
      ["CONTENT_IGNORED", "05-사회적경제기업현황.xls", undefined],
      ["CONTENT_IGNORED", "09-매출.xls", "2024년"],
      ["CONTENT_IGNORED", "09-매출.xls", "2025년"],
    ]);
  });

  test("are refused where two fit one table, or one fits none", async () => {
    const both = await load(["04-집행현황.xlsx"], ["04-집행현황", "11-집행현황-정정"]);
    expect(both.findings.filter(({ code }) => code === "MAPPING_INVALID")).toMatchObject([
      { document: "04-집행현황.xlsx", sheet: "집행현황" },
    ]);
    const none = await load(["07-구매목표.xlsx", "01-기본.csv"], ["07-구매목표", "10-교육실적"]);
    expect(none.findings.map(({ code, document }) => [code, document])).toEqual([
      ["MAPPING_INVALID", "10-교육실적.mapping.json"],
    ]);
  });
});
