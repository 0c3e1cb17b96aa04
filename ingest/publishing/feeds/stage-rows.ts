import type { PoolClient } from "pg";
import type { StoredRow } from "../../../schema/feeds/feed.ts";
import type { Publication } from "../publication.ts";
import type { BulkParts } from "./bulk-parts.ts";
import { type Constants, setDefaults } from "./constants.ts";
import { CopyLines } from "./copy-lines.ts";
import { type FactTable, factColumns, originColumns, rowColumns } from "./fact-table.ts";
import type { KnownKeys } from "./known-keys.ts";
import { TableCopies } from "./table-copies.ts";

/** Lines are handed over in pieces of about this size; beside a bulk load those to be compared are few, and wait. */
const freshBytes = 1 << 16;
const comparedBytes = 1 << 20;

/** Where the rows of new keys of a large release are published at once, and what tells them from others. */
export interface BulkLoad {
  parts: BulkParts;
  known: KnownKeys;
}

/** The rows of one part of a document, some at a time, and whether what was read of it so far refuses it. */
export interface RowSource {
  documentId: number;
  sheet: string | null;
  rows: Iterable<StoredRow[]>;
  isRefused: () => boolean;
}

/** Makes a temporary table for rows with their origin, until they are merged. It is gone with the transaction. */
export async function createStagingTable({ query }: Publication, table: FactTable): Promise<string> {
  const staged = `staged_${table.name}`;
  const origin = originColumns.map((name) => `NULL::${name === "sheet" ? "text" : "integer"} AS ${name}`);
  const columns = factColumns({ ...table, origin: [] });
  await query.query(
    `CREATE TEMP TABLE ${staged} ON COMMIT DROP AS
     SELECT ${[...origin, ...columns].join(", ")} FROM ${table.name} WITH NO DATA`,
  );
  return staged;
}

/**
 * Puts rows into the staging table, so that the database can hold them against what is known as sets; of a bulk
 * load only those whose key may be known, and publishes the others at once. Rows of a refused source are only
 * staged: they may have a key twice. Gives how many were published.
 */
export async function stageRows(
  { query, municipalityId, release }: Publication,
  table: FactTable,
  staged: string,
  bulk: BulkLoad | null,
  { documentId, sheet, rows, isRefused }: RowSource,
): Promise<number> {
  const copies = new TableCopies((await query.connect()) as PoolClient, rowColumns(table));
  const constants: Constants = {
    ...{ municipality_id: municipalityId, known_from: release, ...table.fixed },
    ...{ document_id: documentId, sheet },
  };
  const fresh = new CopyLines();
  const compared = new CopyLines();
  let published = 0;
  const sendFresh = async () => {
    if (!bulk || fresh.count === 0) return;
    if (isRefused()) return copies.write(staged, fresh.take());
    published += fresh.count;
    const part = bulk.parts.tableFor(fresh.count, (statements) => copies.run(statements));
    await copies.write(part, fresh.take());
  };
  try {
    copies.run(setDefaults(staged, constants));
    if (bulk) copies.run(bulk.parts.begin(constants));
    for (const batch of rows) {
      for (const row of batch) (bulk && !bulk.known.mayHave(row) ? fresh : compared).add(row);
      if (fresh.length > freshBytes) await sendFresh();
      if (compared.length > comparedBytes) await copies.write(staged, compared.take());
    }
    await sendFresh();
    await copies.write(staged, compared.take());
    await copies.end();
  } catch (error) {
    await copies.abort();
    throw error;
  }
  return published;
}
