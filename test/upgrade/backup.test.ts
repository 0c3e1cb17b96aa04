import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { importFiles } from "../../ingest/publishing/import-files.ts";
import { createDataSource } from "../../ormconfig.ts";
import { migrate } from "../../schema/migrate.ts";
import { firstLoad } from "../../seeds/first-load.ts";
import { openHub } from "../../server/open-hub.ts";
import { readSettings } from "../../server/settings.ts";
import { contractCases, deviations } from "../contract/cases.ts";
import { serveDatabase, type TestHub } from "../setup/hub.ts";
import {
  type InstalledPostgres,
  installedPrograms,
  startInstalledPostgres,
} from "../setup/installed-postgres.ts";
import { catalogueOf } from "./database-catalogue.ts";
import { restoreDump } from "./restore-dump.ts";

const feeds = "test/contract/feeds";
const feedFile = (name: string) => ({ name, bytes: readFileSync(join(feeds, name)) });
const names = readdirSync(feeds).sort();
const correction = names.filter((name) => name.startsWith("11"));
const programs = installedPrograms();

describe("a backup of the hub's own database, a copy of its folder after it has stopped,", () => {
  const folders = ["before", "copy"].map(() => mkdtempSync(join(tmpdir(), "hub-backup-")));
  const [before, copy] = folders as [string, string];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  const openIn = (dataFolder: string) =>
    openHub({ ...readSettings({}), dataFolder, databaseUrl: undefined }, "command");

  test("has the same releases and facts, and takes further ones", async () => {
    const hub = await openIn(before);
    await firstLoad(hub.database, "seeds/documents");
    const facts = "SELECT to_jsonb(funding_line) AS line FROM funding_line ORDER BY id";
    const expected = [await hub.database.query(facts), await catalogueOf(hub.database)];
    await hub.close();
    execFileSync("cp", ["-a", `${before}/.`, copy]);
    const restored = await openIn(copy);
    expect(expected[0]).toHaveLength(28);
    expect([await restored.database.query(facts), await catalogueOf(restored.database)]).toEqual(expected);
    const files = names.filter((name) => /^0[12]/.test(name)).map(feedFile);
    expect(await importFiles(restored.database, { files, municipality: "99990" })).toMatchObject({
      release: 1,
    });
    await restored.close();
  });
});

// The hub's own PostgreSQL comes without pg_dump, and that of another version cannot dump it.
(programs ? describe : describe.skip)(
  "a dump of DATABASE_URL (skipped where pg_dump and a server are not installed)",
  () => {
    let server: InstalledPostgres;
    let hub: TestHub;
    let beforeCorrection: string;
    let catalogue: string[];

    beforeAll(async () => {
      server = await startInstalledPostgres(programs!);
      const client = new pg.Client({ connectionString: server.url("postgres") });
      await client.connect();
      await client.query("CREATE DATABASE original");
      await client.query("CREATE DATABASE restored");
      await client.end();
      const original = await createDataSource(server.url("original")).initialize();
      await migrate(original);
      await firstLoad(original, "seeds/documents");
      const request = { municipality: "99990", reason: "집행액 정정" };
      await importFiles(original, {
        ...request,
        files: names.filter((name) => !correction.includes(name)).map(feedFile),
      });
      const [{ time }] = await original.query("SELECT max(published_at) AS time FROM release");
      beforeCorrection = time.toISOString();
      await importFiles(original, { ...request, files: correction.map(feedFile) });
      catalogue = await catalogueOf(original);
      await original.destroy();
      await restoreDump(server.url("restored"), await server.dump("original"));
      const restored = await createDataSource(server.url("restored")).initialize();
      await migrate(restored);
      hub = await serveDatabase({ url: server.url("restored"), drop: () => server.stop() }, restored);
    });
    afterAll(() => hub?.stop());

    test.each(contractCases)("gives the same answer to case %s", async (name) => {
      expect(await deviations(name, beforeCorrection, hub.ask)).toEqual([]);
    });

    test("has the same tables, keys and indexes", async () => {
      expect(await catalogueOf(hub.database)).toEqual(catalogue);
    });

    test("takes further releases", async () => {
      const files = [{ name: "부서.csv", bytes: Buffer.from("부서명\n신설과\n") }];
      expect(await importFiles(hub.database, { files, municipality: "99990" })).toMatchObject({
        release: 3,
        facts: 1,
      });
    });
  },
);
