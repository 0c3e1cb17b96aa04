import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

/** The migrated template, and those that test files fill when they need them (templates.ts). */
const templates = ["hub_template", "hub_report", "hub_contract"];
const drop = (template) => `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`;

/**
 * A PostgreSQL for this run, with a migrated database that each test file gets a copy of.
 * Jest does not compile ES modules for this place, so it works on what `npm run build` left in dist/.
 * HUB_TEST_POSTGRES, the address of a superuser, makes it use that server instead.
 */
export default async function startPostgres() {
  const server = process.env.HUB_TEST_POSTGRES ? null : await startServer();
  globalThis.stopTestPostgres = async () => {
    if (!server) return await administer(templates.map(drop));
    await server.stop();
  };
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => globalThis.stopTestPostgres().finally(() => process.exit(1)));
  }
  try {
    // Nothing of an own server outlives the run, so it need not outlive a power cut either.
    if (server) await administer(["ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()"]);
    await makeTemplate();
  } catch (error) {
    await globalThis.stopTestPostgres();
    throw error;
  }
}

async function startServer() {
  const { openDatabase } = await import("../../dist/server/database/open-database.js");
  const folder = await mkdtemp(join(tmpdir(), "hub-test-"));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  try {
    const database = await openDatabase({ dataFolder: folder }, "command");
    process.env.HUB_TEST_POSTGRES = database.url;
    return { stop: () => database.close().finally(removeFolder) };
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

async function makeTemplate() {
  const { createDataSource } = await import("../../dist/ormconfig.js");
  const { migrate } = await import("../../dist/schema/migrate.js");
  await administer([...templates.map(drop), "CREATE DATABASE hub_template"]);
  const address = new URL(process.env.HUB_TEST_POSTGRES);
  address.pathname = "/hub_template";
  const dataSource = createDataSource(address.href);
  await dataSource.initialize();
  try {
    await migrate(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

async function administer(statements) {
  const client = new pg.Client({ connectionString: process.env.HUB_TEST_POSTGRES });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
