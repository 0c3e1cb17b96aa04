import type { QueryRunner } from "typeorm";
import { current } from "../releases.ts";
import type { FeedStore } from "./feed-store.ts";

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

const named = (store: FeedStore, role: string): string[] =>
  store.columns.filter((column) => column.role === role).map((column) => `"${column.name}"`);

const fixedWhere = (store: FeedStore): string =>
  Object.entries(store.fixed)
    .map(([name, value]) => ` AND known.${name} = '${value}'`)
    .join("");

/** The join of staged rows with the rows that are known under the same key. Keys are never null. */
const joined = (store: FeedStore, staged: string): string => `
  ${staged} AS staged JOIN ${store.table} AS known
    ON ${named(store, "key")
      .map((key) => `known.${key} = staged.${key}`)
      .join(" AND ")}
   AND known.municipality_id = $1 AND known.known_to = ${current}${fixedWhere(store)}`;

/** Values that stand and are stated differently now. A blank changes nothing. */
export async function findCorrections(
  query: QueryRunner,
  store: FeedStore,
  staged: string,
  municipalityId: number,
): Promise<CellCorrection[]> {
  const keys = named(store, "key").map((key) => `staged.${key}::text`);
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
  return query.query(`${selects.join(" UNION ALL ")} ORDER BY "documentId", line`, [municipalityId]);
}

/**
 * Publishes staged rows: new keys are inserted; a known key with anything new is ended and follows as a row
 * that keeps what the later file leaves blank. Gives how many rows were written.
 */
export async function mergeRows(
  query: QueryRunner,
  store: FeedStore,
  staged: string,
  municipalityId: number,
  release: number,
): Promise<number> {
  const keys = named(store, "key");
  const values = named(store, "value");
  const extras = named(store, "extra");
  const fixed = Object.entries(store.fixed);
  const columns = [
    ...["municipality_id", "known_from", "document_id", "sheet", "line"],
    ...[...fixed.map(([name]) => name), ...keys, ...values, ...extras],
  ];
  const constants = fixed.map(([, value]) => `'${value}'`);
  const isNews = values
    .map((value) => `(staged.${value} IS NOT NULL AND staged.${value} IS DISTINCT FROM known.${value})`)
    .join(" OR ");
  const select = (merged: string[]) =>
    [
      ...["$1::integer", "$2::integer", "document_id", "sheet", "line"],
      ...constants,
      ...keys,
      ...merged,
      ...extras,
    ].join(", ");
  await query.query(
    `CREATE TEMP TABLE renewed ON COMMIT DROP AS
     SELECT known.id AS known_id, ${values.map((value) => `coalesce(staged.${value}, known.${value}) AS ${value}`).join(", ")},
       ${[...keys, ...extras, "document_id", "sheet", "line"].map((name) => `staged.${name}`).join(", ")}
     FROM ${joined(store, staged)} WHERE ${isNews || "false"}`,
    [municipalityId],
  );
  const fresh = await query.query(
    `INSERT INTO ${store.table} (${columns.join(", ")})
     SELECT ${select(values)} FROM ${staged} AS staged WHERE NOT EXISTS (
       SELECT FROM ${store.table} AS known
       WHERE ${keys.map((key) => `known.${key} = staged.${key}`).join(" AND ")}
         AND known.municipality_id = $1 AND known.known_to = ${current}${fixedWhere(store)})`,
    [municipalityId, release],
    true,
  );
  await query.query(
    `UPDATE ${store.table} SET known_to = $1 FROM renewed WHERE ${store.table}.id = renewed.known_id`,
    [release],
  );
  const renewed = await query.query(
    `INSERT INTO ${store.table} (${columns.join(", ")}) SELECT ${select(values)} FROM renewed`,
    [municipalityId, release],
    true,
  );
  await query.query("DROP TABLE renewed");
  return fresh.affected! + renewed.affected!;
}
