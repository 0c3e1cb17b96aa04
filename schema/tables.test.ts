import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { DataSource } from "typeorm";
import { createDataSource } from "../ormconfig.ts";
import { createTestDatabase, type TestDatabase } from "../test/setup/database.ts";

/** Small tables that a cluster copies to every node. All others hold what municipalities have published. */
const globalTables = ["access_token", "embed", "migrations", "municipality", "own_secret"];

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

const tables = `SELECT oid, relname, EXISTS (
    SELECT FROM pg_attribute WHERE attrelid = pg_class.oid AND attname = 'municipality_id') AS of_municipality
  FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`;
const columnNames = (table: string, numbers: string) =>
  `(SELECT array_agg(attname::text ORDER BY place) FROM unnest(${numbers}) WITH ORDINALITY AS part (number, place)
    JOIN pg_attribute ON attrelid = ${table} AND attnum = number)`;

/** The names of rows that a query gives, each in words, without those that meet a condition. */
const violations = async <Row extends { name: string }>(sql: string, holds: (row: Row) => boolean) => {
  const rows: Row[] = await database.query(sql);
  expect(rows.length).toBeGreaterThan(15);
  return rows.filter((row) => !holds(row)).map(({ name }) => name);
};

describe("a municipality can be the unit of distribution:", () => {
  test("only a few small tables are not a municipality's own", async () => {
    const rows: { relname: string }[] = await database.query(
      `SELECT relname FROM (${tables}) AS own WHERE NOT of_municipality ORDER BY relname`,
    );
    expect(rows.map(({ relname }) => relname)).toEqual(globalTables);
  });

  test("every primary key and unique index of the others contains the municipality", async () => {
    const indexes = `SELECT indexrelid::regclass::text AS name, ${columnNames("indrelid", "indkey::int2[]")} AS columns
      FROM (${tables}) AS own JOIN pg_index ON indrelid = own.oid WHERE of_municipality AND indisunique`;
    expect(
      await violations<{ name: string; columns: string[] }>(indexes, ({ columns }) =>
        columns.includes("municipality_id"),
      ),
    ).toEqual([]);
  });

  test("every foreign key of the others joins the municipality with itself", async () => {
    const keys = `SELECT conrelid::regclass || ' ' || conname AS name, ${columnNames("conrelid", "conkey")} AS own,
        ${columnNames("confrelid", "confkey")} AS other
      FROM (${tables}) AS own JOIN pg_constraint ON conrelid = own.oid WHERE of_municipality AND contype = 'f'`;
    expect(
      await violations<{ name: string; own: string[]; other: string[] }>(
        keys,
        ({ own, other }) =>
          own.includes("municipality_id") && other[own.indexOf("municipality_id")] === "municipality_id",
      ),
    ).toEqual([]);
  });

  test("every one of them has a whole index that begins with the municipality and one of its other columns", async () => {
    const facts = `SELECT relname AS name, (SELECT count(*)::integer FROM pg_index JOIN pg_attribute
          ON attrelid = indrelid AND attnum = indkey[0] AND attname = 'municipality_id'
        WHERE indrelid = own.oid AND indpred IS NULL AND indnkeyatts > 1) AS indexes
      FROM (${tables}) AS own WHERE of_municipality`;
    expect(await violations<{ name: string; indexes: number }>(facts, ({ indexes }) => indexes > 0)).toEqual(
      [],
    );
  });

  test("every fact that cites a document can only cite one that the municipality has published", async () => {
    const citing = `SELECT relname AS name, EXISTS (SELECT FROM pg_constraint
        WHERE conrelid = own.oid AND confrelid = 'source_document'::regclass AND contype = 'f') AS references
      FROM (${tables}) AS own JOIN pg_attribute ON attrelid = own.oid AND attname = 'document_id'
      WHERE of_municipality`;
    expect(await violations<{ name: string; references: boolean }>(citing, (row) => row.references)).toEqual([
      "purchase",
      "purchase_0",
    ]);
  });
});
