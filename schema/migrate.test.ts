import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { DataSource } from "typeorm";
import { createDataSource } from "../ormconfig.ts";
import { createTestDatabase, type TestDatabase } from "../test/setup/database.ts";
import { HubError } from "./core/hub-error.ts";
import { migrate } from "./migrate.ts";
import { migrations } from "./tables.ts";

let copies: TestDatabase[] = [];
let open: DataSource[] = [];
beforeEach(() => {
  copies = [];
  open = [];
});
afterEach(async () => {
  for (const database of open) await database.destroy();
  for (const copy of copies) await copy.drop();
});

/** Connection pools of so many hubs on one database. */
async function hubsOn(template: "hub_template" | "template0", count: number): Promise<DataSource[]> {
  const copy = await createTestDatabase(template);
  copies.push(copy);
  for (let index = 0; index < count; index++) open.push(await createDataSource(copy.url).initialize());
  return open;
}

async function hubThatHas(change: string): Promise<DataSource> {
  const [database] = await hubsOn("hub_template", 1);
  await database!.query(change);
  return database!;
}

const refusal = async (database: DataSource): Promise<HubError> => {
  const error = await migrate(database).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(HubError);
  return error as HubError;
};

describe("migrating", () => {
  test("is done once where two hubs start on one empty database", async () => {
    const hubs = await hubsOn("template0", 2);
    await Promise.all(hubs.map(migrate));
    const executed = await hubs[0]!.query("SELECT name FROM migrations ORDER BY id");
    expect(executed.map(({ name }: { name: string }) => name)).toEqual(migrations.map(({ name }) => name));
    const locks = await hubs[0]!.query(
      "SELECT FROM pg_locks JOIN pg_database ON oid = database WHERE locktype = 'advisory' AND datname = current_database()",
    );
    expect(locks).toEqual([]);
  });

  test("starts a database without any municipality", async () => {
    const [database] = await hubsOn("hub_template", 1);
    expect(await database!.query("SELECT FROM municipality")).toEqual([]);
  });

  test("refuses a database that a newer hub has migrated, and changes nothing of it", async () => {
    const database = await hubThatHas(
      "INSERT INTO migrations (timestamp, name) VALUES (1999999999999, 'Later1999999999999'); ALTER TABLE outlet DROP partner",
    );
    const { code, text } = await refusal(database);
    expect([code, text.en]).toEqual(["SCHEMA_NEWER", expect.stringContaining("Later1999999999999")]);
    await expect(database.query("SELECT partner FROM outlet")).rejects.toThrow("partner");
  });
});

describe("a table that is not as its feed declares it", () => {
  test("gets a column that rows may leave blank", async () => {
    const database = await hubThatHas("ALTER TABLE outlet DROP partner");
    await migrate(database);
    expect(await database.query("SELECT partner FROM outlet")).toEqual([]);
  });

  test("may leave blank what it had to have before", async () => {
    const database = await hubThatHas("ALTER TABLE outlet ALTER partner SET NOT NULL");
    await migrate(database);
    const columns = "attrelid = 'outlet'::regclass AND attname = 'partner'";
    const [{ attnotnull }] = await database.query(`SELECT attnotnull FROM pg_attribute WHERE ${columns}`);
    expect(attnotnull).toBe(false);
  });

  test("is refused for want of a column that every row has", async () => {
    const { code, text } = await refusal(await hubThatHas("ALTER TABLE outlet_sales DROP month"));
    expect(code).toBe("SCHEMA_DRIFT");
    expect(text.en).toContain("outlet_sales.month: expected integer, but there is no such column");
    expect(text.ko).toContain("outlet_sales.month");
  });

  test("is refused for a column of another type, together with all others", async () => {
    const drift = `ALTER TABLE outlet_sales ALTER amount TYPE text;
      ALTER TABLE outlet_sales ALTER enterprises TYPE numeric`;
    const { code, text, remedy } = await refusal(await hubThatHas(drift));
    expect(code).toBe("SCHEMA_DRIFT");
    expect(text.en).toContain("outlet_sales.amount: expected bigint, found text");
    expect(text.en).toContain("outlet_sales.enterprises: expected integer, found numeric");
    expect(remedy.en).toContain("migration");
  });

  test("is refused where an enumeration lacks one of the choices", async () => {
    const drift = `CREATE TYPE fewer AS ENUM ('PERMANENT');
      ALTER TABLE outlet ALTER kind TYPE fewer USING kind::text::fewer`;
    const { text } = await refusal(await hubThatHas(drift));
    expect(text.en).toContain("outlet.kind: expected text, found fewer");
  });

  test.each([
    [
      "on fewer columns",
      "CREATE UNIQUE INDEX fewer ON outlet_sales (municipality_id, month)",
      "found (municipality_id, month)",
    ],
    [
      "on more columns",
      "CREATE UNIQUE INDEX more ON outlet_sales (municipality_id, outlet_code, month, amount)",
      "found (municipality_id, outlet_code, month, amount)",
    ],
    [
      "of all rows",
      "CREATE UNIQUE INDEX every ON outlet_sales (municipality_id, outlet_code, month)",
      "but there is none",
    ],
    [
      "that is not unique",
      "CREATE INDEX repeated ON outlet_sales (municipality_id, outlet_code, month)",
      "but there is none",
    ],
  ])("is refused for an index of its key %s", async (_, index, found) => {
    const isCurrent = index.includes("every") ? "" : " WHERE known_to = 2147483647";
    const { code, text, remedy } = await refusal(
      await hubThatHas(`DROP INDEX outlet_sales_current; ${index}${isCurrent}`),
    );
    expect(code).toBe("SCHEMA_DRIFT");
    const expected =
      "outlet_sales: expected a unique index of current rows on (municipality_id, outlet_code, month), ";
    expect(text.en).toContain(expected + found);
    expect(remedy.en).toContain("migration");
  });

  test("may have the columns of its key in another order", async () => {
    const database = await hubThatHas(`DROP INDEX outlet_sales_current;
      CREATE UNIQUE INDEX reordered ON outlet_sales (month, outlet_code, municipality_id) WHERE known_to = 2147483647`);
    await migrate(database);
    expect(await database.query("SELECT FROM outlet_sales")).toEqual([]);
  });
});
