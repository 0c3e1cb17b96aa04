import { chmod, mkdtemp, rm } from "node:fs/promises";
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
 * HUB_TEST_FOLDER is the folder of this run.
 */
export default async function startPostgres() {
  const folder = await mkdtemp(join(tmpdir(), "hub-test-"));
  // PostgreSQL runs as another user where the tests run as root.
  await chmod(folder, 0o755);
  process.env.HUB_TEST_FOLDER = folder;
  let server = null;
  globalThis.stopTestPostgres = async () => {
    try {
      if (server) await server.close();
      else if (process.env.HUB_TEST_POSTGRES) await administer(templates.map(drop));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => globalThis.stopTestPostgres().finally(() => process.exit(1)));
  }
  try {
    if (!process.env.HUB_TEST_POSTGRES) server = await startServer(join(folder, "server"));
    // Nothing of an own server outlives the run, so it need not outlive a power cut either.
    if (server) await administer(["ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()"]);
    await makeTemplate();
  } catch (error) {
    await globalThis.stopTestPostgres();
    throw error;
  }
}

async function startServer(dataFolder) {
  const { openDatabase } = await import("../../dist/server/database/open-database.js");
  const server = await openDatabase({ dataFolder }, "command");
  process.env.HUB_TEST_POSTGRES = server.url;
  return server;
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
