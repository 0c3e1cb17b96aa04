import { createHash } from "node:crypto";
import type { EntityManager } from "typeorm";
import { forms } from "./feeds.ts";
import { createSums, followRelease, type KeptSums } from "./sql/summary/kept-sums.ts";
import { subjects } from "./subjects/index.ts";
import { holdingSums } from "./subjects/release/holding-sums.ts";

/** Arbitrary id of advisory locks: one process at a time publishes, or adds up, releases of a municipality. */
export const publishingLock = 4_128_001;

/** The sums that summaries start from, of all subjects, and the counts of forms with many rows. */
export const keptSums: readonly KeptSums[] = [
  ...subjects.flatMap(({ summaries = [] }) => summaries.flatMap(({ sums }) => sums ?? [])),
  ...forms.flatMap((form) => holdingSums(form) ?? []),
];

/** Adds up the releases of a municipality that no sums include yet, one after the other: as a rule, the one being published. */
export async function keepSums(transaction: EntityManager, municipalityId: number): Promise<void> {
  const releases: { number: number }[] = await transaction.query(
    "SELECT number FROM release WHERE municipality_id = $1 AND NOT summed ORDER BY number",
    [municipalityId],
  );
  for (const { number } of releases) {
    for (const sums of keptSums) await follow(transaction, sums, municipalityId, number);
    await transaction.query("UPDATE release SET summed = true WHERE municipality_id = $1 AND number = $2", [
      municipalityId,
      number,
    ]);
  }
}

async function follow(
  transaction: EntityManager,
  sums: KeptSums,
  municipalityId: number,
  release: number,
): Promise<void> {
  for (const statement of followRelease(sums, municipalityId, release)) await transaction.query(statement);
}

/**
 * Creates the tables of sums that do not exist or were declared differently, and adds up all releases: those of a
 * database of an older hub, and those that an older hub published beside this one.
 */
export async function completeSums(transaction: EntityManager): Promise<void> {
  for (const sums of keptSums) await completeTable(transaction, sums);
  const behind: { id: number }[] = await transaction.query(
    "SELECT DISTINCT municipality_id AS id FROM release WHERE NOT summed ORDER BY 1",
  );
  for (const { id } of behind) {
    await transaction.query("SELECT pg_advisory_xact_lock($1, $2)", [publishingLock, id]);
    await keepSums(transaction, id);
  }
  if (behind.length > 0) for (const { table } of keptSums) await transaction.query(`ANALYZE ${table}`);
}

async function completeTable(transaction: EntityManager, sums: KeptSums): Promise<void> {
  const declaration = declarationOf(sums);
  const [present] = await transaction.query(
    "SELECT obj_description(oid, 'pg_class') AS declaration FROM pg_class WHERE oid = to_regclass($1)",
    [sums.table],
  );
  if (present?.declaration === declaration) return;
  if (present) await transaction.query(`DROP TABLE ${sums.table}`);
  await transaction.query(createSums(sums));
  await transaction.query(`COMMENT ON TABLE ${sums.table} IS '${declaration}'`);
  const summed: { id: number; number: number }[] = await transaction.query(
    "SELECT municipality_id AS id, number FROM release WHERE summed ORDER BY municipality_id, number",
  );
  for (const { id, number } of summed) await follow(transaction, sums, id, number);
  if (summed.length > 0) await transaction.query(`ANALYZE ${sums.table}`);
}

/** What the rows of a table of sums were made by. */
const declarationOf = (sums: KeptSums): string =>
  createHash("sha256")
    .update([createSums(sums), ...followRelease(sums, 1, 2)].join("\n"))
    .digest("hex");
