import { once } from "node:events";
import { finished } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { QueryRunner } from "typeorm";
import type { CellValue } from "../../../schema/feed.ts";
import type { FeedStore, StoredRow } from "./feed-store.ts";

/** Rows are handed over in pieces of about this many characters. */
const pieceCharacters = 1 << 18;

/**
 * Puts rows into a temporary table beside the feed's own, with the same columns, so that the database can
 * hold them against what is known as sets. The table is gone with the transaction.
 */
export async function stageRows(
  query: QueryRunner,
  staged: string,
  store: FeedStore,
  documentId: number,
  sheet: string | null,
  rows: Iterable<StoredRow>,
): Promise<number> {
  const names = [...store.columns.map((column) => `"${column.name}"`), "document_id", "sheet", "line"];
  await query.query(
    `CREATE TEMP TABLE IF NOT EXISTS ${staged} ON COMMIT DROP AS SELECT ${names.join(", ")} FROM ${store.table} WITH NO DATA`,
  );
  const client = (await query.connect()) as PoolClient;
  const copy = client.query(copyFrom(`COPY ${staged} (${names.join(", ")}) FROM STDIN`));
  const tail = `\t${documentId}\t${sheet === null ? "\\N" : escaped(sheet)}\t`;
  let piece = "";
  let count = 0;
  try {
    for (const row of rows) {
      piece += `${row.values.map(copied).join("\t")}${tail}${row.line}\n`;
      count += 1;
      if (piece.length > pieceCharacters) {
        if (!copy.write(piece)) await once(copy, "drain");
        piece = "";
      }
    }
    copy.end(piece);
    await finished(copy);
  } catch (error) {
    copy.destroy();
    throw error;
  }
  return count;
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
