import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type GraphQLSchema, graphql } from "graphql";
import type { DataSource } from "typeorm";
import { importFiles } from "../../../ingest/publishing/import-files.ts";
import { createDataSource } from "../../../ormconfig.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/setup/database.ts";
import { buildSchema } from "../../build-schema.ts";
import { HubContext } from "../../core/context.ts";

const municipality = "88004";
const rowCount = 20_000;
const row = (number: number) => `L${number},2025-03-01,회계과,124-81-00998,물품,${number},아니오`;
const heading = "구매번호,구매일자,부서명,사업자등록번호,구분,금액(원),보조금여부";
const csv = [heading, ...Array.from({ length: rowCount }, (_, index) => row(index + 1))].join("\r\n");

let copy: TestDatabase;
let database: DataSource;
let schema: GraphQLSchema;
beforeAll(async () => {
  copy = await createTestDatabase();
  database = await createDataSource(copy.url).initialize();
  schema = await buildSchema();
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

/** The database, and what it gave of bytes. */
function counting(): { database: DataSource; buffers: Buffer[] } {
  const buffers: Buffer[] = [];
  const query = async (...parameters: Parameters<DataSource["query"]>) => {
    const rows = await database.query(...parameters);
    buffers.push(...rows.flatMap((found: object) => Object.values(found).filter(Buffer.isBuffer)));
    return rows;
  };
  const counted = new Proxy(database, {
    get: (target, name) => (name === "query" ? query : Reflect.get(target, name)),
  });
  return { database: counted, buffers };
}

async function linesOf(name: string, range: string) {
  const [{ sha256, stored }] = await database.query(
    "SELECT sha256, octet_length(content) AS stored FROM source_document WHERE name = $1",
    [name],
  );
  const { database: counted, buffers } = counting();
  const answer = await graphql({
    schema,
    source: `{ document(sha256: "${sha256}") { lines(${range}) { number text } } }`,
    contextValue: new HubContext(counted, municipality),
  });
  expect(answer.errors).toBeUndefined();
  const { lines } = (answer.data as { document: { lines: { number: number; text: string }[] } }).document;
  const bytes = buffers.reduce((sum, { length }) => sum + length, 0);
  return { lines, blocks: buffers.length, share: bytes / stored };
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
