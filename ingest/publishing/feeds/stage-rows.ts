import type { PoolClient } from "pg";
import type { Publication } from "../publication.ts";
import type { BulkParts } from "./bulk-parts.ts";
import { type Constants, setDefaults } from "./constants.ts";
import { CopyLines } from "./copy-lines.ts";
import { type FeedStore, factColumns, rowColumns, type StoredRow } from "./feed-store.ts";
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

/** Makes a temporary table with the columns of a feed's own. It is gone with the transaction. */
export async function createStagingTable({ query }: Publication, store: FeedStore): Promise<string> {
  const staged = `staged_${store.table}`;
  await query.query(
    `CREATE TEMP TABLE ${staged} ON COMMIT DROP AS SELECT ${factColumns(store).join(", ")} FROM ${store.table} WITH NO DATA`,
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
  store: FeedStore,
  staged: string,
  bulk: BulkLoad | null,
  { documentId, sheet, rows, isRefused }: RowSource,
): Promise<number> {
  const copies = new TableCopies((await query.connect()) as PoolClient, rowColumns(store));
  const constants: Constants = {
    ...{ municipality_id: municipalityId, known_from: release, ...store.fixed },
    ...{ document_id: documentId, sheet },
  };
  const fresh = new CopyLines();
  const compared = new CopyLines();
  let published = 0;
  const sendFresh = async () => {
    if (!bulk || fresh.count === 0) return;
    if (isRefused()) return copies.write(staged, fresh.take());
    published += fresh.count;
    const table = bulk.parts.tableFor(fresh.count, (statements) => copies.run(statements));
    await copies.write(table, fresh.take());
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
