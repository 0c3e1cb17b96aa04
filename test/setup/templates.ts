import { readdirSync, readFileSync } from "node:fs";
import pg from "pg";
import type { DataSource } from "typeorm";
import { importFiles } from "../../ingest/publishing/import-files.ts";
import { createDataSource } from "../../ormconfig.ts";
import { firstLoad } from "../../seeds/first-load.ts";

const feeds = "test/contract/feeds";

/** What templates hold beside the tables: the real report, and the contract's city 99990 without its correction. */
const contents = {
  hub_report: async (database: DataSource) => {
    await firstLoad(database, "seeds/documents");
  },
  hub_contract: async (database: DataSource) => {
    await firstLoad(database, "seeds/documents");
    const names = readdirSync(feeds).filter((name) => !name.startsWith("11"));
    const files = names.map((name) => ({ name, bytes: readFileSync(`${feeds}/${name}`) }));
    const { refused } = await importFiles(database, { files, municipality: "99990" });
    if (refused) throw new Error("The feeds of the contract are refused: run test/contract.");
  },
};

/** A template that is filled once per run, by the first test file that needs it. */
export type FilledTemplate = keyof typeof contents;

export const isFilled = (template: string): template is FilledTemplate => template in contents;

/** Arbitrary id of an advisory lock: one test file fills templates at a time. */
const lock = 4_128_900;

/** Fills a template on the server unless another test file has done so. */
export async function fillTemplate(server: string, template: FilledTemplate): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(`SELECT pg_advisory_lock(${lock})`);
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [template]);
    if (rowCount) return;
    const unfinished = `${template}_unfinished`;
    await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${unfinished} TEMPLATE hub_template STRATEGY FILE_COPY`);
    const url = new URL(server);
    url.pathname = `/${unfinished}`;
    const database = await createDataSource(url.href).initialize();
    try {
      await contents[template](database);
    } finally {
      await database.destroy();
    }
    await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`);
  } finally {
    await client.end();
  }
}

/** The import of the correction of the contract's city, beside `hub_contract`. */
export const contractCorrection = () => ({
  files: readdirSync(feeds)
    .filter((name) => name.startsWith("11"))
    .map((name) => ({ name, bytes: readFileSync(`${feeds}/${name}`) })),
  municipality: "99990",
  reason: "집행액 정정",
});
