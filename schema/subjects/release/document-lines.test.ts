import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import pg from "pg";
import type { DataSource } from "typeorm";
import { importFiles } from "../../../ingest/publishing/import-files.ts";
import { createDataSource } from "../../../ormconfig.ts";
import { ask } from "../../../test/setup/ask.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/setup/database.ts";
import { HubContext } from "../../core/context.ts";

const municipality = "88004";
const rowCount = 20_000;
const row = (number: number) => `L${number},2025-03-01,회계과,124-81-00998,물품,${number},아니오`;
const heading = "구매번호,구매일자,부서명,사업자등록번호,구분,금액(원),보조금여부";
const csv = [heading, ...Array.from({ length: rowCount }, (_, index) => row(index + 1))].join("\r\n");

let copy: TestDatabase;
let database: DataSource;
beforeAll(async () => {
  copy = await createTestDatabase();
  database = await createDataSource(copy.url).initialize();
  const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });
  const files = [
    file("지자체.csv", `지자체코드,지자체명,합성여부\n${municipality},시험시,예\n`),
    file("부서.csv", "부서명\n회계과\n"),
    file("구매.csv", csv),
  ];
  const outcome = await importFiles(database, { files, municipality });
  expect(outcome.refused).toBe(false);
});
afterAll(async () => {
  await database.destroy();
  await copy.drop();
});

const resultOf = (query: unknown): pg.QueryResult => (query as { _result: pg.QueryResult })._result;

async function linesOf(name: string, range: string) {
  const [{ sha256, stored }] = await database.query(
    "SELECT sha256, octet_length(content) AS stored FROM source_document WHERE name = $1",
    [name],
  );
  const query = jest.spyOn(pg.Client.prototype, "query");
  try {
    const source = `{ document(sha256: "${sha256}") { lines(${range}) { number text } } }`;
    const { document } = await ask(new HubContext(database, municipality), source);
    // Readers' statements are sent as pg's own query objects, which keep their result; the others as promises.
    const sent = (await Promise.all(query.mock.results.map(({ value }) => value))) as unknown[];
    const results = sent.map((one) => (one instanceof pg.Query ? resultOf(one) : (one as pg.QueryResult)));
    const buffers = results.flatMap(({ rows }) =>
      rows.flatMap((row) => Object.values(row).filter(Buffer.isBuffer)),
    );
    const bytes = buffers.reduce((sum, { length }) => sum + length, 0);
    const { lines } = document as { lines: { number: number; text: string }[] };
    return { lines, blocks: buffers.length, share: bytes / stored };
  } finally {
    query.mockRestore();
  }
}

describe("lines of a large document", () => {
  test("are found in the two blocks that hold them, without touching the rest", async () => {
    const { lines, blocks, share } = await linesOf("구매.csv", "from: 15301, first: 500");
    expect(lines).toHaveLength(500);
    expect([lines[0], lines.at(-1)]).toEqual([
      { number: 15301, text: row(15300) },
      { number: 15800, text: row(15799) },
    ]);
    expect(blocks).toBe(2);
    expect(share).toBeLessThan(0.1);
  });

  test("end where the document ends", async () => {
    const { lines, blocks } = await linesOf("구매.csv", "from: 19991, first: 1000");
    expect(lines.map(({ number }) => number)).toEqual(
      Array.from({ length: 11 }, (_, index) => 19991 + index),
    );
    expect(blocks).toBeLessThanOrEqual(2);
    expect((await linesOf("구매.csv", "from: 20002")).lines).toEqual([]);
  });
});
