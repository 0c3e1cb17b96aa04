import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

/** A block of rows: the statement, and the lines up to the one that ends them. */
const copyBlock = /^(COPY .+ FROM stdin;)\n([\s\S]*?)^\\\.\n/gm;
/** psql's own commands, which no server understands. */
const metaCommand = /^\\.*$/gm;

/** Restores a plain dump of pg_dump into an empty database, without psql, which users of the hub need not have. */
export async function restoreDump(url: string, dump: string): Promise<void> {
  // The dump changes settings of its session, so the connection ends with it.
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let position = 0;
    for (const { 0: block, 1: statement, 2: rows, index } of dump.matchAll(copyBlock)) {
      await client.query(dump.slice(position, index).replace(metaCommand, ""));
      await pipeline(Readable.from([rows!]), client.query(copyFrom(statement!)));
      position = index + block.length;
    }
    await client.query(dump.slice(position).replace(metaCommand, ""));
  } finally {
    await client.end();
  }
}
