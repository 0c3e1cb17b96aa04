import type { QueryRunner } from "typeorm";
import { current } from "../releases.ts";
import { type FeedStore, factColumns, fixedWhere, namesOf } from "./feed-store.ts";

/** A published value that a row of a later file states differently. */
export interface CellCorrection {
  measure: string;
  /** What the row's key columns hold, as text. */
  key: string[];
  before: string;
  after: string;
  /** As printed in the earlier file, where that is kept. */
  beforeQuote: string | null;
  line: number;
  documentId: number;
  sheet: string | null;
}

/** SQL for a staged row and a row that stands to have the same key. Keys are never null. */
export const sameKey = (store: FeedStore): string =>
  [
    ...namesOf(store, "key").map((key) => `known.${key} = staged.${key}`),
    "known.municipality_id = staged.municipality_id",
    `known.known_to = ${current}${fixedWhere(store)}`,
  ].join(" AND ");

/** The join of staged rows with the rows that earlier releases made known under the same key. */
const joined = (store: FeedStore, staged: string): string =>
  `${staged} AS staged JOIN ${store.table} AS known
     ON ${sameKey(store)} AND known.known_from < staged.known_from`;

/** Values that stand and are stated differently now. A blank changes nothing. */
export async function findCorrections(
  query: QueryRunner,
  store: FeedStore,
  staged: string,
): Promise<CellCorrection[]> {
  const keys = namesOf(store, "key").map((key) => `staged.${key}::text`);
  const perPhase = store.columns.some((column) => column.name === "phase");
  // Only a funding line is one cell; the quote of other rows is of another cell than the value's.
  const quote = perPhase ? "known.quote" : "NULL";
  const selects = store.columns
    .filter((column) => column.role === "value")
    .map(
      ({ name, measure }) => `
      SELECT ${perPhase ? "lower(staged.phase::text)" : `'${measure}'`} AS measure, ARRAY[${keys.join(", ")}] AS key,
        known."${name}"::text AS before, staged."${name}"::text AS after, ${quote} AS "beforeQuote",
        staged.line, staged.document_id AS "documentId", staged.sheet
      FROM ${joined(store, staged)} WHERE known."${name}" <> staged."${name}"`,
    );
  return query.query(`${selects.join(" UNION ALL ")} ORDER BY "documentId", line`);
}

/**
 * Publishes staged rows: new keys are inserted; a known key with anything new is ended and follows as a row
 * that keeps what the later file leaves blank. Gives how many rows were written.
 */
export async function mergeRows(
  query: QueryRunner,
  store: FeedStore,
  staged: string,
  release: number,
): Promise<number> {
  const columns = factColumns(store);
  const values = namesOf(store, "value");
  const isNews = values
    .map((value) => `(staged.${value} IS NOT NULL AND staged.${value} IS DISTINCT FROM known.${value})`)
    .join(" OR ");
  const merged = columns.map((name) =>
    values.includes(name) ? `coalesce(staged.${name}, known.${name}) AS ${name}` : `staged.${name}`,
  );
  await query.query(
    `CREATE TEMP TABLE renewed ON COMMIT DROP AS
     SELECT known.id AS known_id, ${merged.join(", ")} FROM ${joined(store, staged)} WHERE ${isNews || "false"}`,
  );
  const fresh = await query.query(
    `INSERT INTO ${store.table} (${columns.join(", ")})
     SELECT ${columns.join(", ")} FROM ${staged} AS staged
     WHERE NOT EXISTS (SELECT FROM ${store.table} AS known WHERE ${sameKey(store)})`,
    [],
    true,
  );
  await query.query(
    `UPDATE ${store.table} AS known SET known_to = $1 FROM renewed
     WHERE known.municipality_id = renewed.municipality_id AND known.id = renewed.known_id`,
    [release],
  );
  const renewed = await query.query(
    `INSERT INTO ${store.table} (${columns.join(", ")}) SELECT ${columns.join(", ")} FROM renewed`,
    [],
    true,
  );
  await query.query("DROP TABLE renewed");
  return fresh.affected! + renewed.affected!;
}
