import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { DataSource } from "typeorm";
import { importFiles } from "../ingest/publishing/import-files.ts";
import { createDataSource } from "../ormconfig.ts";
import { createTestDatabase, type TestDatabase } from "../test/setup/database.ts";
import { loadSampleCity } from "./first-load.ts";
import { sampleBytes, sampleCity } from "./sample/sample-city.ts";

let databases: TestDatabase[];
let database: DataSource;
let interrupted: DataSource;
let foreign: DataSource;
beforeAll(async () => {
  databases = await Promise.all([createTestDatabase(), createTestDatabase(), createTestDatabase()]);
  [database, interrupted, foreign] = (await Promise.all(
    databases.map(({ url }) => createDataSource(url).initialize()),
  )) as [DataSource, DataSource, DataSource];
});
afterAll(async () => {
  await Promise.all([database, interrupted, foreign].map((one) => one.destroy()));
  await Promise.all(databases.map((one) => one.drop()));
});

const releasesOf = async (outcomes: Awaited<ReturnType<typeof loadSampleCity>>) =>
  outcomes.map(({ outcome }) => outcome?.release ?? null);
const first = (options: { seed: number; size: number }) =>
  sampleCity(options).imports[0]!.files.map(sampleBytes);

describe("the sample city that a hub begins with", () => {
  test("is three releases at the first start, and loads nothing at the second", async () => {
    expect(await releasesOf(await loadSampleCity(database))).toEqual([1, 2, 3]);
    expect(await releasesOf(await loadSampleCity(database))).toEqual([null, null, null]);
    expect(await database.query("SELECT count(*)::int AS releases FROM release")).toEqual([{ releases: 3 }]);
  });

  test("is completed where a first start was interrupted", async () => {
    await importFiles(interrupted, { files: first({ seed: 1, size: 30 }), municipality: "99999" });
    expect(await releasesOf(await loadSampleCity(interrupted))).toEqual([null, 2, 3]);
  });

  test("is left out where somebody brought in another city of its code", async () => {
    await importFiles(foreign, { files: first({ seed: 2, size: 5 }), municipality: "99999" });
    expect(await releasesOf(await loadSampleCity(foreign))).toEqual([null, null, null]);
  });
});
