import type { EntityManager } from "typeorm";
import { analyzeGrownTables } from "./statistics.ts";

/** `known_to` of a fact that still stands. */
export const current = 2_147_483_647;

/** Any number that nobody else locks by: one import publishes at a time. */
const publishingLock = 4_128_001;

/**
 * Takes the publishing lock until the transaction ends and gives the number of the release to come.
 * Readers are not held up: they see nothing of it before the commit.
 */
export async function beginRelease(manager: EntityManager): Promise<number> {
  await manager.query("SET LOCAL statement_timeout = 0");
  // Dates as text are the same as in files, whatever the database is used to.
  await manager.query("SET LOCAL datestyle = ISO");
  await manager.query("SELECT pg_advisory_xact_lock($1)", [publishingLock]);
  const [row] = await manager.query<{ number: number }[]>(
    "SELECT coalesce(max(number), 0) + 1 AS number FROM release",
  );
  return row!.number;
}

/** Records a release before its facts; its time is set last, by `endRelease`. */
export async function insertRelease(
  manager: EntityManager,
  number: number,
  municipalityId: number,
  reason: string | null,
): Promise<void> {
  await manager.query(
    "INSERT INTO release (number, municipality_id, published_at, reason) VALUES ($1, $2, 'infinity', $3)",
    [number, municipalityId, reason],
  );
}

/** Adds up what summaries start from, renews statistics, and sets the time of a release, as the last step before the commit: whole milliseconds, later than all before. */
export async function endRelease(
  manager: EntityManager,
  municipalityId: number,
  number: number,
): Promise<void> {
  await manager.query("SELECT roll_up_funding($1, $2)", [municipalityId, number]);
  await analyzeGrownTables(manager);
  await manager.query(
    `UPDATE release SET published_at = greatest(
       date_trunc('milliseconds', clock_timestamp()),
       (SELECT max(published_at) + interval '1 millisecond' FROM release WHERE number < $2))
     WHERE municipality_id = $1 AND number = $2`,
    [municipalityId, number],
  );
}
