import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { DataSource } from "typeorm";
import { createDataSource } from "../../../ormconfig.ts";
import { parseQuarter } from "../../../schema/core/scalars/quarter.ts";
import { addMunicipality } from "../../../test/setup/add-municipality.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/setup/database.ts";
import { importFiles } from "../import-files.ts";
import { differenceBetween, type FormDifference } from "./form-difference.ts";

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

const municipality = "88002";
const file = (name: string, ...lines: string[]) => ({ name, bytes: Buffer.from(`${lines.join("\n")}\n`) });
type File = ReturnType<typeof file>;
const load = (...files: File[]) => importFiles(database, { files, municipality });
const check = (files: File[], reason?: string) =>
  importFiles(database, { files, municipality, reason, check: true });

const cities = file("지자체.csv", "지자체코드,지자체명,합성여부", "88002,시험시,예");
const departments = file("부서.csv", "부서명", "회계과", "체육과");
const pledgeHeading = "공약번호,공약명,소관부서,기준분기,이행상태";
const pledges = (...lines: string[]) => file("공약.csv", pledgeHeading, ...lines);
const budgetHeading =
  "공약번호,기준분기,회계연도,재원,총사업비(백만원),확보액(백만원),예산현액(천원),집행액누계(천원)";
const budget = (...lines: string[]) => file("예산.csv", budgetHeading, ...lines);
const purchases = (...lines: string[]) =>
  file("구매.csv", "구매번호,구매일자,부서명,사업자등록번호,구분,금액(원),보조금여부", ...lines);
const targets = (...lines: string[]) => file("목표.csv", "연도,부서명,기준,목표율(%)", ...lines);

const shape = ({ form, rows, cells, cellCount, missing }: FormDifference) => ({
  title: form.title.en,
  ...rows,
  missing: missing.rows.map(({ key, document, line }) => `${key} @ ${document}:${line}`),
  otherPeriods: missing.otherPeriods,
  cellCount,
  cells: cells.map((cell) => [
    cell.key,
    cell.of.heading,
    cell.before ?? cell.beforeText,
    cell.after ?? cell.afterText,
    differenceBetween(cell.before, cell.after),
    `${cell.document}:${cell.line}:${cell.column}`,
  ]),
});
const same = { missing: [], otherPeriods: 0, cellCount: 0, cells: [] };

describe("what a checked import would change", () => {
  beforeAll(async () => {
    await load(cities);
    const outcome = await load(
      departments,
      pledges(
        "1-1,도서관 건립,회계과,2025-Q1,정상추진",
        "1-1,도서관 건립,회계과,2025-Q2,정상추진",
        "1-2,체육관 건립,체육과,2025-Q2,일부추진",
      ),
      budget(
        "1-1,2025-Q1,2025,시비,10,10,1000,100",
        "1-1,2025-Q2,2025,시비,10,10,1000,200",
        "1-1,2025-Q2,2025,국비,10,10,1000,",
        "1-2,2025-Q2,2025,시비,10,10,1000,50",
      ),
      purchases(
        "A1,2025-01-10,회계과,1234567891,물품,1000,아니오",
        "A2,2025-03-10,회계과,1234567891,물품,2000,아니오",
        "A3,2025-06-10,회계과,1234567891,물품,3000,아니오",
      ),
      targets("2025,회계과,사회적경제,17"),
    );
    expect(outcome).toMatchObject({ refused: false, release: expect.any(Number), differences: null });
  });

  test("counts rows as the file has them, and gives each changed and filled cell at its place", async () => {
    const { differences, release } = await check(
      [
        budget(
          "1-1,2025-Q2,2025,시비,10,10,1200,200",
          "1-1,2025-Q2,2025,국비,10,10,1000,30",
          "1-1,2025-Q2,2025,도비,10,10,1000,30",
        ),
      ],
      "정정",
    );
    expect(release).toBeNull();
    expect(differences!.map(shape)).toEqual([
      {
        ...{ title: "Budgets", added: 1, changed: 2, unchanged: 0, cellCount: 2 },
        // Of the quarters that the file has; the first quarter is none of them.
        ...{ missing: ["1-2 2025-Q2 2025 시비 @ 예산.csv:5"], otherPeriods: 1 },
        cells: [
          ["1-1 2025-Q2 2025 시비", "예산현액", 1_000_000, 1_200_000, 200_000, "예산.csv:2:7"],
          ["1-1 2025-Q2 2025 국비", "집행액누계", null, 30_000, null, "예산.csv:3:8"],
        ],
      },
    ]);
  });

  test("is nothing for the same rows, and for blanks over values", async () => {
    const { differences, facts } = await check([
      targets("2025,회계과,사회적경제,17.0"),
      pledges("1-1,,,2025-Q2,", "1-2,체육관 건립,체육과,2025-Q2,일부추진"),
    ]);
    expect(facts).toBe(0);
    expect(differences!.map(shape)).toEqual([
      { title: "Pledges and their states", added: 0, changed: 0, unchanged: 2, ...same, otherPeriods: 1 },
      { title: "Purchase targets", added: 0, changed: 0, unchanged: 1, ...same },
    ]);
  });

  test("is exact for rates, and in words for states and names", async () => {
    const { differences } = await check(
      [
        targets("2025,회계과,사회적경제,18.5"),
        pledges("1-1,도서관 건립,체육과,2025-Q2,완료", "1-2,체육관 건립,체육과,2025-Q2,일부추진"),
      ],
      "정정",
    );
    expect(differences!.map(shape)).toEqual([
      {
        ...{ title: "Pledges and their states", added: 0, changed: 1, unchanged: 1 },
        ...{ ...same, otherPeriods: 1, cellCount: 2 },
        cells: [
          ["1-1 2025-Q2", "소관부서", "회계과", "체육과", null, "공약.csv:2:3"],
          ["1-1 2025-Q2", "이행상태", "정상추진", "완료", null, "공약.csv:2:5"],
        ],
      },
      {
        ...{ title: "Purchase targets", added: 0, changed: 1, unchanged: 0, ...same, cellCount: 1 },
        cells: [["2025 회계과 사회적경제", "목표율", 0.17, 0.185, 0.015, "목표.csv:2:4"]],
      },
    ]);
  });

  test("takes days by their quarter: a purchase of its first week is missing though the file begins later", async () => {
    const { differences } = await check([purchases("A2,2025-03-10,회계과,1234567891,물품,2000,아니오")]);
    expect(differences!.map(shape)).toMatchObject([
      { added: 0, unchanged: 1, missing: ["A1 @ 구매.csv:2"], otherPeriods: 1 },
    ]);
  });

  test("is shown of an import that only lacks a reason, boards too, and leaves nothing behind", async () => {
    const changed = [budget("1-1,2025-Q2,2025,시비,10,10,1200,200")];
    let isAsked = false;
    const refused = await importFiles(database, {
      ...{ files: changed, municipality, check: true },
      onPreview: async () => {
        isAsked = true;
      },
    });
    expect(refused).toMatchObject({ refused: true, facts: 0, isPreviewed: true });
    expect(isAsked).toBe(true);
    const { differences } = await check(changed, "정정");
    expect(differences!.map(shape)).toMatchObject([{ added: 0, changed: 1, cellCount: 1 }]);
    expect(refused.differences!.map(shape)).toEqual(differences!.map(shape));
    const [{ count }] = await database.query("SELECT count(*)::integer FROM change");
    expect(count).toBe(0);
  });

  test("is shown of a refused import as far as its rows can be read, without missing rows", async () => {
    const lines = [
      "1-1,2025-Q2,2025,시비,10,10,1200,200",
      "1-1,모름,2025,국비,1,1,1,1",
      "9-9,2025-Q2,2025,국비,1,1,1,1",
    ];
    const refused = await check([budget(...lines), targets("2025,회계과,모름,17")]);
    expect(refused).toMatchObject({ refused: true, facts: 0, isPreviewed: false });
    expect(refused.differences!.map(shape)).toMatchObject([
      { title: "Budgets", changed: 1, missing: [], otherPeriods: 0 },
      { title: "Purchase targets", added: 0, changed: 0, missing: [] },
    ]);
  });

  test("agrees with what the import then publishes", async () => {
    const files = [budget("1-1,2025-Q2,2025,시비,10,10,1300,200", "1-2,2025-Q2,2025,국비,1,1,1,1")];
    const checked = await check(files, "추경");
    const { facts, release } = await importFiles(database, { files, municipality, reason: "추경" });
    expect(checked.facts).toBe(facts);
    const changes = await database.query(
      `SELECT key, before, after FROM change JOIN municipality ON municipality.id = municipality_id
       WHERE municipality.code = $1 AND release_number = $2`,
      [municipality, release],
    );
    expect(checked.differences![0]!.cells.map(({ key, before, after }) => ({ key, before, after }))).toEqual(
      changes,
    );
  });
});

describe("a report", () => {
  const original = readFileSync("test/contract/documents/goyang-1-4-2-2019-Q2.txt", "utf8");
  const request = { municipality: "41280", quarter: parseQuarter("2019-Q2") };
  const report = (text: string) => ({ name: "1-4-2.txt", bytes: Buffer.from(text) });

  test("is new part by part, then unchanged, then changed where it is", async () => {
    const first = await importFiles(database, { ...request, files: [report(original)], check: true });
    expect(first.differences!.length).toBeGreaterThan(3);
    for (const { rows, missing } of first.differences!) {
      expect(rows).toMatchObject({ changed: 0, unchanged: 0 });
      expect(missing.count + missing.otherPeriods).toBe(0);
    }
    await importFiles(database, { ...request, files: [report(original)] });
    const changed = original.replace("612.5\t680", "612.5\t690").replace("3,752.5", "3,762.5");
    const { differences } = await importFiles(database, {
      ...{ ...request, files: [report(changed)], reason: "정정", check: true },
    });
    const touched = differences!.filter(({ rows }) => rows.added + rows.changed > 0);
    expect(touched.map(shape)).toEqual([
      {
        ...{ title: "Budgets", added: 0, changed: 1, unchanged: 27, ...same, cellCount: 1 },
        cells: [
          [
            "1-4-2 2019-Q2 CITY 2019-01-01~2019-12-31",
            "공표액",
            680_000_000,
            690_000_000,
            10_000_000,
            expect.stringMatching(/^1-4-2.txt:53/),
          ],
        ],
      },
    ]);
  });
});
