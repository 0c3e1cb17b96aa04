import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { DataSource } from "typeorm";
import { createDataSource } from "../../ormconfig.ts";
import { parseQuarter } from "../../schema/core/scalars/quarter.ts";
import { addMunicipality } from "../../test/setup/add-municipality.ts";
import { createTestDatabase, type TestDatabase } from "../../test/setup/database.ts";
import { type ImportRequest, importFiles } from "./import-files.ts";

const original = readFileSync("test/contract/documents/goyang-1-4-2-2019-Q2.txt", "utf8");

let copy: TestDatabase;
let database: DataSource;
beforeAll(async () => {
  copy = await createTestDatabase();
  database = await createDataSource(copy.url).initialize();
  await addMunicipality(database);
});
afterAll(async () => {
  await database.destroy();
  await copy.drop();
});

/** The real report under another pledge code, with parts of its text replaced. */
function report(code: string, ...replacements: [string, string][]) {
  const text = replacements.reduce(
    (before, [from, to]) => {
      expect(before).toContain(from);
      return before.replace(from, to);
    },
    original.replace("1-4-2", code),
  );
  return { name: `${code}.txt`, bytes: Buffer.from(text) };
}

const load = (request: Partial<ImportRequest> & Pick<ImportRequest, "files">) =>
  importFiles(database, { municipality: "41280", quarter: parseQuarter("2019-Q2"), ...request });

const published = async (code: string, start: string) =>
  (
    await database.query(
      `SELECT source, amount, known_from, known_to FROM funding_line JOIN pledge ON pledge.id = pledge_id
       WHERE code = $1 AND period_start = $2 AND source = 'CITY' ORDER BY known_from`,
      [code, start],
    )
  ).map((row: { amount: string; known_to: number }) => [row.amount, row.known_to === 2147483647]);

describe("an import", () => {
  test("publishes once: the same file again changes nothing and makes no release", async () => {
    const first = await load({ files: [report("2-1-1")] });
    expect(first).toMatchObject({ refused: false, release: expect.any(Number) });
    const again = await load({ files: [report("2-1-1")] });
    expect(again).toMatchObject({ refused: false, release: null, facts: 0 });
  });

  test("of the same facts in another file changes nothing either", async () => {
    await load({ files: [report("2-1-2")] });
    const again = await load({ files: [report("2-1-2", ["시비\t3,752.5", "시비\t3752.50"])] });
    expect(again).toMatchObject({ refused: false, release: null });
  });

  test("that only checks publishes nothing", async () => {
    const checked = await load({ files: [report("2-1-3")], check: true });
    expect(checked).toMatchObject({ refused: false, release: null });
    expect(checked.facts).toBeGreaterThan(28);
    expect(await published("2-1-3", "2019-01-01")).toEqual([]);
  });

  test("naming a file twice takes it once; two reports on one pledge and quarter are refused", async () => {
    const twice = await load({ files: [report("2-1-4"), report("2-1-4")] });
    expect(twice.refused).toBe(false);
    const both = await load({
      files: [report("2-1-5"), report("2-1-5", ["팀\t장 장\t윤 최", "팀\t장 장\t김 최"])],
    });
    expect(both).toMatchObject({ refused: true, release: null });
    expect(both.findings.map((finding) => finding.code)).toContain("DUPLICATE_KEY");
    expect(await published("2-1-5", "2019-01-01")).toEqual([]);
  });

  test("for a municipality that is not known is refused with the nearest one", async () => {
    const { refused, findings } = await load({ files: [report("2-1-6")], municipality: "41281" });
    expect(refused).toBe(true);
    const finding = findings.find(({ code }) => code === "UNKNOWN_REFERENCE");
    expect(finding?.message.ko).toContain("41280");
  });

  test("with one wrong file among good ones loads none of them", async () => {
    const wrong = { name: "notes.txt", bytes: Buffer.from("회의록\n1. 인사\n") };
    const { refused, findings } = await load({ files: [report("2-1-7"), wrong] });
    expect(refused).toBe(true);
    expect(findings.filter(({ code }) => code === "FORM_UNKNOWN")).toMatchObject([
      { document: "notes.txt", line: 1, quote: "회의록" },
    ]);
    expect(await published("2-1-7", "2019-01-01")).toEqual([]);
  });
});

describe("a changed figure", () => {
  const changed = (code: string) => report(code, ["612.5\t680", "612.5\t690"], ["3,752.5", "3,762.5"]);

  test("is refused without a reason, cell by cell, and nothing changes", async () => {
    await load({ files: [report("3-1-1")] });
    const { refused, findings } = await load({ files: [changed("3-1-1")] });
    expect(refused).toBe(true);
    const corrections = findings.filter(({ code }) => code === "CORRECTION_WITHOUT_REASON");
    expect(corrections.map(({ line, quote }) => [line, quote])).toEqual([[53, "690"]]);
    expect(corrections[0]!.message.ko).toContain(`시비 '19 공표액, "680" → "690"`);
    expect(await published("3-1-1", "2019-01-01")).toEqual([["680000000", true]]);
  });

  test("is a later release with a reason, and the earlier figure stays known for its time", async () => {
    await load({ files: [report("3-1-2")] });
    const { refused, release } = await load({ files: [changed("3-1-2")], reason: "2019년 시비 정정" });
    expect(refused).toBe(false);
    expect(await published("3-1-2", "2019-01-01")).toEqual([
      ["680000000", false],
      ["690000000", true],
    ]);
    const changes = await database.query(
      "SELECT subject, measure, before, after, line, quote FROM change WHERE release_number = $1",
      [release],
    );
    expect(changes).toEqual([
      {
        subject: "FUNDING",
        measure: "published",
        before: 680000000,
        after: 690000000,
        line: 53,
        quote: "690",
      },
    ]);
  });

  test("that was blank before is late reporting and needs no reason", async () => {
    await load({ files: [report("3-1-3", ["-\t-\t-\t7\t1", "-\t-\t-\t\t1"])] });
    const { refused, release } = await load({ files: [report("3-1-3")] });
    expect({ refused, released: release !== null }).toEqual({ refused: false, released: true });
  });

  test("that is blank now changes nothing: the value stays", async () => {
    await load({ files: [report("3-1-4")] });
    const { refused, release } = await load({ files: [report("3-1-4", ["-\t-\t-\t7\t1", "-\t-\t-\t\t1"])] });
    expect({ refused, release }).toEqual({ refused: false, release: null });
  });
});

test("two imports at once give two whole releases", async () => {
  const outcomes = await Promise.all([
    load({ files: [report("4-1-1")] }),
    load({ files: [report("4-1-2")] }),
  ]);
  const releases = outcomes.map(({ release }) => release!);
  expect(Math.abs(releases[0]! - releases[1]!)).toBe(1);
  for (const code of ["4-1-1", "4-1-2"])
    expect(await published(code, "2019-01-01")).toEqual([["680000000", true]]);
});
