import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { DataSource } from "typeorm";
import { createDataSource } from "../../../ormconfig.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/setup/database.ts";
import { importFiles } from "../import-files.ts";
import { retract } from "./retract.ts";

let copy: TestDatabase;
let database: DataSource;
beforeAll(async () => {
  copy = await createTestDatabase();
  database = await createDataSource(copy.url).initialize();
});
afterAll(async () => {
  await database.destroy();
  await copy.drop();
});

const municipality = "88001";
const file = (name: string, ...lines: string[]) => ({ name, bytes: Buffer.from(`${lines.join("\n")}\n`) });
const load = (files: ReturnType<typeof file>[], reason?: string) =>
  importFiles(database, { files, municipality, reason });

const cities = file("지자체.csv", "지자체코드,지자체명,합성여부", "88001,시험시,예");
const departments = file("부서.csv", "부서명", "회계과", "체육과");
const pledges = (state = "정상추진") =>
  file("공약.csv", "공약번호,공약명,소관부서,기준분기,이행상태", `1-1,도서관 건립,회계과,2025-Q1,${state}`);
const budgetHeading =
  "공약번호,기준분기,회계연도,재원,총사업비(백만원),확보액(백만원),예산현액(천원),집행액누계(천원)";
const budget = (...lines: string[]) => file("예산.csv", budgetHeading, ...lines);
const purchaseHeading = "구매번호,구매일자,부서명,사업자등록번호,구분,금액(원),보조금여부";
const purchases = (...lines: string[]) => file("구매.csv", purchaseHeading, ...lines);

const executed = () =>
  database.query(
    `SELECT amount, state, line, quote, funding_line.known_to = 2147483647 AS stands FROM funding_line
     JOIN municipality ON municipality.id = municipality_id
     WHERE municipality.code = $1 AND phase = 'EXECUTED' ORDER BY funding_line.id`,
    [municipality],
  );
const codes = (outcome: { findings: { code: string; line: number | null; column: number | null }[] }) =>
  outcome.findings.map(({ code, line, column }) => [code, line, column]);

describe("feeds given together", () => {
  test("may refer to each other in any order, and are one release", async () => {
    const outcome = await load([
      budget('1-1,2025-Q1,2025,시비,10,5,"1,000",'),
      pledges(),
      departments,
      cities,
    ]);
    expect(codes(outcome)).toEqual([]);
    expect(outcome.release).not.toBeNull();
    const [release] = await database.query(
      "SELECT count(*)::integer AS documents FROM source_document WHERE release_number = $1",
      [outcome.release],
    );
    expect(release.documents).toBe(4);
    expect(await executed()).toEqual([
      expect.objectContaining({ amount: null, state: "BLANK", stands: true }),
    ]);
  });

  test("of which one is wrong are refused together, with all errors of all files", async () => {
    const outcome = await load([
      purchases(
        "B1,2025-03-01,회게과,123-45-67891,물품,1000,아니오",
        "B2,2025-13-01,체육과,123-45-67891,물품,천원,글쎄",
        "B3,2025-03-01,체육과,123-45-67891,물품,10,아니오",
      ),
      budget("9-9,2025-Q1,2025,시비,1,1,1,1"),
    ]);
    expect(outcome).toMatchObject({ refused: true, release: null });
    const errors = codes(outcome).filter(([code]) => code !== "BUSINESS_NUMBER_INVALID");
    expect(errors).toHaveLength(5);
    expect(errors).toEqual(
      expect.arrayContaining([
        ["UNKNOWN_REFERENCE", 2, 3],
        ["NOT_A_DATE", 3, 2],
        ["NOT_A_NUMBER", 3, 6],
        ["VALUE_UNKNOWN", 3, 7],
        ["UNKNOWN_REFERENCE", 2, 1],
      ]),
    );
    const misspelt = outcome.findings.find(({ quote }) => quote === "회게과");
    expect(misspelt?.message.ko).toContain("회계과");
    const [stored] = await database.query("SELECT count(*)::integer AS count FROM purchase");
    expect(stored.count).toBe(0);
  });

  test("that have one key twice are refused, with both places", async () => {
    const one = file("구매 1.csv", purchaseHeading, "B7,2025-03-01,회계과,124-81-00998,물품,1000,아니오");
    const other = file("구매 2.csv", purchaseHeading, "B7,2025-03-02,회계과,124-81-00998,물품,1000,아니오");
    const outcome = await load([one, other]);
    expect(codes(outcome)).toEqual([["DUPLICATE_KEY", 2, 1]]);
    expect(outcome.findings[0]).toMatchObject({ document: "구매 2.csv" });
    expect(outcome.findings[0]!.message.ko).toContain("구매 1.csv 2줄");
  });
});

describe("a row that comes again", () => {
  test("with a blank filled is late reporting: no reason, no change, and the new cell is cited", async () => {
    const outcome = await load([budget('1-1,2025-Q1,2025,시비,10,5,"1,000",250')]);
    expect(outcome).toMatchObject({ refused: false, facts: 1 });
    const rows = await executed();
    expect(rows).toEqual([
      expect.objectContaining({ state: "BLANK", stands: false }),
      expect.objectContaining({ amount: "250000", state: "VALUE", quote: "250", stands: true }),
    ]);
    const [changes] = await database.query(
      "SELECT count(*)::integer AS count FROM change WHERE release_number = $1",
      [outcome.release],
    );
    expect(changes.count).toBe(0);
  });

  test("with a blank over a value changes nothing", async () => {
    const outcome = await load([budget("1-1,2025-Q1,2025,시비,10,5,,-")]);
    expect(outcome).toMatchObject({ refused: false, release: null, facts: 0 });
  });

  test("written otherwise but worth the same changes nothing", async () => {
    const outcome = await load([
      file(
        "예산.csv",
        budgetHeading.replace("집행액누계(천원)", "집행액누계(원)"),
        '1-1,2025 1/4분기,2025,시비,10.0,５,1000,"250,000"',
      ),
    ]);
    expect(outcome).toMatchObject({ refused: false, release: null, facts: 0 });
  });

  test("with another value needs a reason, and then says before, after, why and where", async () => {
    const corrected = budget("1-1,2025-Q1,2025,시비,10,5,1000,240");
    const without = await load([corrected]);
    expect(without.refused).toBe(true);
    expect(codes(without)).toEqual([["CORRECTION_WITHOUT_REASON", 2, 8]]);
    const outcome = await load([corrected], "정산");
    expect(outcome).toMatchObject({ refused: false, facts: 1 });
    const changes = await database.query(
      `SELECT subject, key, measure, before, after, before_text, after_text, line, "column", quote FROM change
       WHERE release_number = $1`,
      [outcome.release],
    );
    expect(changes).toEqual([
      {
        ...{
          subject: "FUNDING",
          key: "1-1 2025-Q1 2025 시비",
          measure: "executed",
          before: 250000,
          after: 240000,
        },
        ...{ before_text: "250", after_text: "240", line: 2, column: 8, quote: "240" },
      },
    ]);
  });

  test("with another word is a change in words", async () => {
    const outcome = await load([pledges("완료")], "준공");
    const changes = await database.query(
      "SELECT subject, measure, before, before_text, after_text FROM change WHERE release_number = $1",
      [outcome.release],
    );
    expect(changes).toEqual([
      { subject: "PLEDGE", measure: "state", before: null, before_text: "정상추진", after_text: "완료" },
    ]);
  });

  test("in a file that lacks other rows leaves those as they are", async () => {
    await load([
      purchases(
        "C1,2025-03-01,회계과,124-81-00998,물품,1000,아니오",
        "C2,2025-03-01,회계과,124-81-00998,물품,2000,아니오",
      ),
    ]);
    const outcome = await load([purchases("C1,2025-03-01,회계과,124-81-00998,물품,1000,아니오")]);
    expect(outcome).toMatchObject({ refused: false, release: null });
    const rows = await database.query(
      "SELECT number FROM purchase WHERE known_to = 2147483647 AND number LIKE 'C%' ORDER BY number",
    );
    expect(rows).toEqual([{ number: "C1" }, { number: "C2" }]);
  });
});

describe("a retracted row", () => {
  test("ends with a change for each of its values, and can be reported anew", async () => {
    await load([purchases('D1,2025-03-01,체육과,124-81-00998,물품,"3,000",아니오')]);
    const release = await retract(database, {
      feed: "purchase",
      key: "D1",
      municipality,
      reason: "중복 입력",
    });
    const [row] = await database.query("SELECT known_to FROM purchase WHERE number = 'D1'");
    expect(row.known_to).toBe(release);
    const changes = await database.query(
      "SELECT measure, before, after, before_text, after_text, quote FROM change WHERE release_number = $1 ORDER BY id",
      [release],
    );
    expect(changes).toContainEqual({
      ...{
        measure: "amount",
        before: 3000,
        after: null,
        before_text: "3,000",
        after_text: null,
        quote: "3,000",
      },
    });
    expect(changes.map((change: { measure: string }) => change.measure)).toContain("department");
    const again = await load([purchases("D1,2025-03-01,체육과,124-81-00998,물품,3500,아니오")]);
    expect(again).toMatchObject({ refused: false, facts: 1 });
  });

  test("of the budget ends all its phases, by a key of several parts", async () => {
    const release = await retract(database, {
      feed: "budget",
      key: "1-1 2025-Q1 2025 시비",
      municipality,
      reason: "이관",
    });
    const [left] = await database.query(
      `SELECT count(*)::integer AS count FROM funding_line JOIN municipality ON municipality.id = municipality_id
       WHERE municipality.code = $1 AND funding_line.known_to > $2`,
      [municipality, release],
    );
    expect(left.count).toBe(0);
    const changes = await database.query(
      "SELECT measure, before FROM change WHERE release_number = $1 ORDER BY measure",
      [release],
    );
    expect(changes).toEqual([
      { measure: "budgeted", before: 1000000 },
      { measure: "executed", before: 240000 },
      { measure: "planned", before: 10000000 },
      { measure: "secured", before: 5000000 },
    ]);
  });

  test.each([
    ["a key that no row has", "purchase", "Z9", "UNKNOWN_REFERENCE"],
    ["a key of the wrong shape", "budget", "1-1 2025-Q1", "KEY_MALFORMED"],
    ["a feed that there is none of", "purchas", "D1", "FEED_UNKNOWN"],
  ])("is refused for %s", async (_name, feed, key, code) => {
    await expect(retract(database, { feed, key, municipality, reason: "시험" })).rejects.toMatchObject({
      code,
    });
  });
});
