import type { PoolClient } from "pg";
import type { CellValue } from "../../../schema/feed.ts";
import type { Publication } from "../publication.ts";
import { type FeedStore, factColumns, type StoredRow } from "./feed-store.ts";
import type { KnownKeys } from "./known-keys.ts";
import { TableCopies } from "./table-copies.ts";

/** Lines are handed over in pieces of about this many characters; those to be compared are usually few, and wait. */
const freshCharacters = 1 << 16;
const comparedCharacters = 1 << 20;

/** Where rows go: those of new keys, and those to be compared. */
export interface RowTables {
  fresh: string;
  staged: string;
}

/** The rows of one part of a document, and whether it is refused by what was read of it so far. */
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
 * Puts rows of new keys where they are published at once, and the others into the staging table, so that the
 * database can hold them against what is known as sets. Rows of a refused source are only staged: they may
 * have a key twice. Gives how many were published.
 */
export async function stageRows(
  { query, municipalityId, release }: Publication,
  store: FeedStore,
  tables: RowTables,
  known: KnownKeys,
  { documentId, sheet, rows, isRefused }: RowSource,
): Promise<number> {
  const copies = new TableCopies((await query.connect()) as PoolClient, factColumns(store));
  const constants = [municipalityId, release, ...Object.values(store.fixed), documentId, sheet];
  const head = `${constants.map(copied).join("\t")}\t`;
  let fresh = "";
  let compared = "";
  const sendFresh = () => copies.write(isRefused() ? tables.staged : tables.fresh, fresh);
  try {
    for (const batch of rows) {
      for (const row of batch) {
        const line = `${head}${row.line}${cellsOf(row)}\n`;
        if (known.mayHave(row)) compared += line;
        else fresh += line;
      }
      if (fresh.length > freshCharacters) {
        await sendFresh();
        fresh = "";
      }
      if (compared.length > comparedCharacters) {
        await copies.write(tables.staged, compared);
        compared = "";
      }
    }
    await sendFresh();
    await copies.write(tables.staged, compared);
    await copies.end();
  } catch (error) {
    copies.abort();
    throw error;
  }
  return copies.countOf(tables.fresh);
}

function cellsOf({ values }: StoredRow): string {
  let cells = "";
  for (const value of values) cells += `\t${copied(value)}`;
  return cells;
}

function copied(value: CellValue): string {
  if (value === null) return "\\N";
  return typeof value === "string" ? escaped(value) : String(value);
}

/** COPY's own text form: tabs, line ends and backslashes are written as escapes. */
function escaped(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => escapes[character]!) : text;
}

const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
