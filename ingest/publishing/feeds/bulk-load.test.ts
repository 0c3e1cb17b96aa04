import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { DataSource } from "typeorm";
import { createDataSource } from "../../../ormconfig.ts";
import { feedNamed } from "../../../schema/feeds.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/setup/database.ts";
import { importFiles } from "../import-files.ts";
import type { Publication } from "../publication.ts";
import { factTable } from "./fact-table.ts";
import { checkOneCurrent } from "./one-current.ts";

let copy: TestDatabase;
let database: DataSource;
beforeAll(async () => {
  copy = await createTestDatabase();
  database = await createDataSource(copy.url).initialize();
  await load([
    file("지자체.csv", ["지자체코드,지자체명,합성여부", "88002,큰시,예"]),
    file("부서.csv", ["부서명", "회계과"]),
  ]);
});
afterAll(async () => {
  await database.destroy();
  await copy.drop();
});

const file = (name: string, lines: string[]) => ({ name, bytes: Buffer.from(`${lines.join("\n")}\n`) });
const load = (files: ReturnType<typeof file>[], reason?: string) =>
  importFiles(database, { files, municipality: "88002", reason });

const heading = "구매번호,구매일자,부서명,사업자등록번호,구분,금액(원),보조금여부";
/** So many lines of this length are beyond the size from which a load goes into parts of its own, and fill more than one. */
const count = 62_000;
const line = (number: number, won = number, category = "물품·사무용 가구·소모품 일괄 구매") =>
  `${keyOf(number)},2025-03-01,회계과,124-81-00998,${category},${won},아니오`;
const keyOf = (number: number) => `L2025-${String(number).padStart(6, "0")}`;
const lines = (from: number, category?: string) =>
  Array.from({ length: count }, (_, index) => line(from + index, from + index, category));

const stored = async () => {
  const [row] = await database.query(
    `SELECT count(*)::integer AS count, sum(amount)::bigint AS won, count(DISTINCT line)::integer AS lines
     FROM purchase WHERE known_to = 2147483647`,
  );
  return [row.count, Number(row.won), row.lines];
};
const partitions = async () => {
  const [row] = await database.query(
    "SELECT count(*)::integer AS count FROM pg_class WHERE relname ~ '^purchase_\\d+$' AND relkind = 'r'",
  );
  return row.count;
};
/** 1 + 2 + … + 62,000 */
const wonOfFirst = 1_922_031_000;

describe("a large file", () => {
  const first = lines(1);

  test("is refused as a whole for one key that it has twice, and leaves nothing", async () => {
    const before = await partitions();
    const twice = file("구매.csv", [heading, ...first, line(5)]);
    const { refused, findings } = await load([twice]);
    expect(refused).toBe(true);
    expect(findings.map(({ code, line }) => [code, line])).toEqual([["DUPLICATE_KEY", count + 2]]);
    expect(await stored()).toEqual([0, 0, 0]);
    expect(await partitions()).toBe(before);
  });

  test("is published with each of its lines once", async () => {
    const before = await partitions();
    const outcome = await load([file("구매.csv", [heading, ...first])]);
    expect(outcome).toMatchObject({ refused: false, facts: count, findings: [] });
    expect(await stored()).toEqual([count, wonOfFirst, count]);
    expect(await partitions()).toBe(before + 2);
  });

  test("changes nothing when it comes again", async () => {
    const outcome = await load([file("구매.csv", [heading, ...first])]);
    expect(outcome).toMatchObject({ refused: false, release: null, facts: 0 });
  });

  test("that states one known line differently needs a reason, and then changes that one", async () => {
    const corrected = file("구매.csv", [heading, ...first.slice(0, -1), line(count, 7)]);
    const { findings } = await load([corrected]);
    expect(findings.map(({ code, line, quote }) => [code, line, quote])).toEqual([
      ["CORRECTION_WITHOUT_REASON", count + 1, "7"],
    ]);
    const outcome = await load([corrected], "정산");
    expect(outcome).toMatchObject({ refused: false, facts: 1 });
    expect(await stored()).toEqual([count, wonOfFirst - count + 7, count]);
    const changes = await database.query("SELECT key, before, after FROM change WHERE release_number = $1", [
      outcome.release,
    ]);
    expect(changes).toEqual([{ key: keyOf(count), before: count, after: 7 }]);
  });

  test("beside another is refused for a key that both have", async () => {
    const next = lines(200_001);
    const files = [file("1.csv", [heading, ...next]), file("2.csv", [heading, line(200_001), line(900_001)])];
    const { findings } = await load(files);
    expect(findings.map(({ code, document, line }) => [code, document, line])).toEqual([
      ["DUPLICATE_KEY", "2.csv", 2],
    ]);
  });

  test("keeps what its cells say, letter for letter, and which document says it", async () => {
    const [odd, other] = [
      "C:\\새 폴더\t1\\N, 2층\n3층",
      "공사·용역 (가나다라마바사아자차카타파하, 거너더러)",
    ];
    const files = [
      file("1.csv", [heading, ...lines(300_001, `"${odd}"`)]),
      file("2.csv", [heading, line(500_001, 1, `"${other}"`)]),
    ];
    const { facts } = await load(files);
    expect(facts).toBe(count + 1);
    const rows = await database.query(
      `SELECT DISTINCT category, name FROM purchase JOIN source_document AS document ON document.id = document_id
       WHERE number > $1 ORDER BY name`,
      [keyOf(300_000)],
    );
    expect(rows).toEqual([
      { category: odd, name: "1.csv" },
      { category: other, name: "2.csv" },
    ]);
  });
});

test("a key that is current in two parts is found, whatever brought it there", async () => {
  const query = database.createQueryRunner();
  const [{ id }] = await query.query("SELECT id FROM municipality WHERE code = '88002'");
  const publication = { query, municipalityId: id } as Publication;
  const table = factTable(feedNamed("purchase"));
  await query.startTransaction();
  await checkOneCurrent(publication, table, []);
  const [{ number }] = await query.query(
    `INSERT INTO purchase (municipality_id, document_id, line, known_from, number, purchased_on, department_id, business_number, is_grant)
     SELECT municipality_id, document_id, line, known_from, number, purchased_on, department_id, business_number, is_grant
     FROM purchase WHERE part <> 0 AND known_to = 2147483647 LIMIT 1 RETURNING number`,
  );
  await expect(checkOneCurrent(publication, table, [])).rejects.toThrow(number);
  await query.rollbackTransaction();
  await query.release();
});

test("a key is found in two parts however their keys alternate, and no others are", async () => {
  const query = database.createQueryRunner();
  const publication = { query, municipalityId: -1 } as Publication;
  const table = factTable(feedNamed("purchase"));
  const parts = ["purchase_one", "purchase_two", "purchase_three"];
  const keys = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(keys, keys, keys, async (...keysOfParts) => {
      await query.startTransaction();
      for (const [index, part] of parts.entries()) {
        await query.query(`CREATE TEMP TABLE ${part} (LIKE purchase INCLUDING DEFAULTS) ON COMMIT DROP`);
        await query.query(
          `INSERT INTO ${part} (municipality_id, document_id, line, known_from, number, purchased_on, department_id, business_number, is_grant)
           SELECT -1, 1, 1, 1, key, '2025-03-01', 1, '1248100998', false FROM unnest($1::text[]) AS key`,
          [keysOfParts[index]!.map(keyOf)],
        );
      }
      const all = keysOfParts.flat();
      const checked = checkOneCurrent(publication, table, parts).then(
        () => true,
        () => false,
      );
      expect(await checked).toBe(new Set(all).size === all.length);
      await query.rollbackTransaction();
    }),
    { numRuns: 40 },
  );
  await query.release();
});
