import pg from "pg";
import { type FilledTemplate, fillTemplate, isFilled } from "./templates.ts";

/** A database of a test file's own, with all migrations and nothing in it. */
export interface TestDatabase {
  url: string;
  /** Cuts what is still connected and removes the database. */
  drop(): Promise<void>;
}

let made = 0;

/** Makes a copy of the migrated template, of a filled or of an empty one, on the server that jest's globalSetup started. */
export async function createTestDatabase(
  template: FilledTemplate | "hub_template" | "template0" = "hub_template",
): Promise<TestDatabase> {
  const server = process.env.HUB_TEST_POSTGRES;
  if (!server) throw new Error("HUB_TEST_POSTGRES is not set: run this through jest.config.js.");
  if (isFilled(template)) await fillTemplate(server, template);
  made += 1;
  const name = `hub_test_${process.pid}_${process.env.JEST_WORKER_ID}_${made}`;
  await administer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await administer(server, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
