import { expect, test } from "@jest/globals";
import pg from "pg";
import { createTestDatabase } from "./database.ts";

test("every test database has the tables and none of another's rows", async () => {
  const databases = [await createTestDatabase(), await createTestDatabase()];
  try {
    for (const { url } of databases) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      const { rows } = await client.query("SELECT count(*)::int AS releases FROM release");
      expect(rows).toEqual([{ releases: 0 }]);
      await client.query("ALTER TABLE release RENAME TO spoiled");
      await client.end();
    }
  } finally {
    for (const database of databases) await database.drop();
  }
});
