import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createDataSource } from "../../ormconfig.ts";
import { migrate } from "../../schema/migrate.ts";
import { firstLoad } from "../../seeds/first-load.ts";
import { findToken } from "../../server/access/find-token.ts";
import { contractCases, deviations } from "../contract/cases.ts";
import { createTestDatabase } from "../setup/database.ts";
import { serveDatabase, type TestHub } from "../setup/hub.ts";
import { catalogueOf } from "./catalogue.ts";
import { restoreDump } from "./restore-dump.ts";

/** A hub of commit 3b7e449 that holds what it loads by itself, and the contract's city 99990 with its correction. */
const dump = gunzipSync(readFileSync("test/upgrade/hub-3b7e449.sql.gz")).toString();
/** A moment after the feeds 01 to 10, before the correction. */
const beforeCorrection = readFileSync("test/upgrade/before-correction", "utf8").trim();
/** Made for this dump only. */
const token = "hub_1FBT6Gq3wdsG4UsdyWNeyH0tTF4V6KdEYNTlPy6kM2k";

let hub: TestHub;
let releasesBefore: object[];
const releases = () =>
  hub.database.query("SELECT number, municipality_id, published_at, reason FROM release ORDER BY number");

beforeAll(async () => {
  const old = await createTestDatabase("template0");
  await restoreDump(old.url, dump);
  const database = await createDataSource(old.url).initialize();
  hub = await serveDatabase(old, database);
  releasesBefore = await releases();
  await migrate(database);
});
afterAll(() => hub.stop());

describe("a database of an older hub, after the upgrade", () => {
  test.each(contractCases)("answers case %s as before", async (name) => {
    expect(await deviations(name, beforeCorrection, hub.ask)).toEqual([]);
  });

  test("keeps its releases, their times and reasons", async () => {
    expect(releasesBefore).toHaveLength(6);
    expect(await releases()).toEqual(releasesBefore);
  });

  test("still lets its analyst in", async () => {
    expect(await findToken(hub.database, `Bearer ${token}`)).toMatchObject({ role: "analyst" });
  });

  test("gets nothing loaded that it has", async () => {
    const loads = await firstLoad(hub.database, "seeds/documents");
    expect(loads.map(({ outcome }) => outcome)).toEqual([null]);
    expect(await releases()).toEqual(releasesBefore);
  });

  test("has the tables, keys and indexes of a new one", async () => {
    const fresh = await createTestDatabase();
    const database = await createDataSource(fresh.url).initialize();
    const expected = await catalogueOf(database);
    await database.destroy();
    await fresh.drop();
    expect(expected.length).toBeGreaterThan(100);
    expect(await catalogueOf(hub.database)).toEqual(expected);
  });
});
