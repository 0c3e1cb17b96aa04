import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { retract } from "../../ingest/publishing/feeds/retract.ts";
import { importFiles } from "../../ingest/publishing/import-files.ts";
import { createDataSource } from "../../ormconfig.ts";
import { migrate } from "../../schema/migrate.ts";
import { firstLoad } from "../../seeds/first-load.ts";
import { contractCases, deviations } from "../contract/cases.ts";
import { serveDatabase, type TestHub } from "../setup/hub.ts";

const feeds = "test/contract/feeds";
/** The statements by which operators distribute the tables. */
const [, distribution] = /```sql\n(SET citus[\s\S]*?)```/.exec(readFileSync("docs/operations.md", "utf8"))!;

let hub: TestHub;
let beforeCorrection: string;

beforeAll(async () => {
  const database = await createDataSource(process.env.CLUSTER_URL!).initialize();
  await migrate(database);
  await database.query(distribution!);
  hub = await serveDatabase({ url: process.env.CLUSTER_URL!, drop: async () => undefined }, database);
  await firstLoad(database, "seeds/documents");
  const names = readdirSync(feeds).sort();
  await load(names.filter((name) => !name.startsWith("11")).map(feedFile));
  const { releases } = (await hub.ask("{ releases(municipality: 99990) { nodes { publishedAt } } }")).data;
  beforeCorrection = releases.nodes[0].publishedAt;
  await load(names.filter((name) => name.startsWith("11")).map(feedFile), "집행액 정정");
});
afterAll(() => hub?.stop());

const feedFile = (name: string) => ({ name, bytes: readFileSync(`${feeds}/${name}`) });

async function load(files: { name: string; bytes: Buffer }[], reason?: string) {
  const outcome = await importFiles(hub.database, { files, municipality: "99990", reason });
  expect(outcome.refused).toBe(false);
  return outcome;
}

test("every table with a municipality is distributed by it, beside the others", async () => {
  const tables = await hub.database.query(
    `SELECT count(*)::integer AS tables, count(*) FILTER (WHERE colocation_id = (
         SELECT colocation_id FROM citus_tables WHERE table_name = 'release'::regclass))::integer AS beside
     FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attname = 'municipality_id'
     LEFT JOIN citus_tables ON table_name = pg_class.oid
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`,
  );
  const { tables: count } = tables[0];
  expect(count).toBeGreaterThan(20);
  expect(tables).toEqual([{ tables: count, beside: count }]);
});

test.each(contractCases)("case %s holds as it stands", async (name) => {
  expect(await deviations(name, beforeCorrection, hub.ask)).toEqual([]);
});

test("the same files change nothing", async () => {
  const names = readdirSync(feeds).filter((name) => name.startsWith("0"));
  expect(await load(names.map(feedFile), "다시")).toMatchObject({ facts: 3 });
  expect(await load(names.map(feedFile), "다시")).toMatchObject({ facts: 0 });
});

test("a large file is published in parts, corrected and retracted", async () => {
  const rows = (count: number, won: number) => [
    "구매번호,구매일자,부서명,사업자등록번호,구분,금액(원),보조금여부",
    ...Array.from(
      { length: count },
      (_, index) => `L${index},1999-01-04,정보통신과,124-81-00998,${"가".repeat(200)},${won},아니오`,
    ),
  ];
  const file = (name: string, lines: string[]) => ({ name, bytes: Buffer.from(lines.join("\n")) });
  expect(await load([file("구매.csv", rows(10_000, 1_000))])).toMatchObject({ facts: 10_000 });
  expect(await load([file("정정.csv", rows(10, 999))], "정정")).toMatchObject({ facts: 10 });
  await retract(hub.database, {
    ...{ feed: "purchase", key: "L9999", municipality: "99990", reason: "취소" },
  });
  const { data, errors } = await hub.ask(
    `{ purchaseSummary(basis: SOCIAL_ENTERPRISE, where: { municipality: ["99990"], year: [1999] }) { rows { total } } }`,
  );
  expect(errors).toBeUndefined();
  // 9,989 purchases of 1,000 won and 10 of 999.
  expect(data.purchaseSummary.rows).toEqual([{ total: 9_998_990 }]);
});

test.each(["budget-execution", "purchase-rate", "pledge-progress", "outlets", "academy", "data-trust"])(
  "the board %s shows figures",
  async (board) => {
    const response = await fetch(`${hub.url}/dashboards/${board}?municipality=99990`, {
      headers: { accept: "text/html" },
    });
    expect(response.status).toBe(200);
    expect(await response.text()).not.toMatch(/허브 안에서 오류|INTERNAL/);
  },
);
