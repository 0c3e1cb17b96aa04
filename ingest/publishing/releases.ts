import type { EntityManager } from "typeorm";
import { afterRelease } from "../../schema/feeds.ts";
import { keepSums, publishingLock } from "../../schema/keep-sums.ts";
import type { PastRelease, ReleaseRequest } from "./release-request.ts";
import { analyzeGrownTables } from "./statistics.ts";

/** `known_to` of a current fact. */
export const current = 2_147_483_647;

/** Arbitrary id of advisory locks: one process adds a municipality at a time. */
const municipalityLock = 4_128_003;

/** Locks the adding of municipalities with these codes until the end of the transaction, after waiting for other processes. */
export async function lockCodes(manager: EntityManager, codes: readonly string[]): Promise<void> {
  // Always in the same order, to avoid deadlocks.
  await manager.query(
    `SELECT pg_advisory_xact_lock(${municipalityLock}, hashtext(code)) FROM unnest($1::text[]) AS code`,
    [[...codes].sort()],
  );
}

/** Prepares a transaction for publishing. */
export async function beginPublishing(manager: EntityManager): Promise<void> {
  await manager.query("SET LOCAL statement_timeout = 0");
  // Dates as text are the same as in files, whatever the database's default.
  await manager.query("SET LOCAL datestyle = ISO");
}

/**
 * Takes the publishing lock of a municipality until the transaction ends and returns the number of its next
 * release; releases are numbered per municipality, from 1. Other municipalities can publish meanwhile, and readers are
 * not blocked: they see nothing of it before the commit.
 */
export async function beginRelease(manager: EntityManager, municipalityId: number): Promise<number> {
  await manager.query("SELECT pg_advisory_xact_lock($1, $2)", [publishingLock, municipalityId]);
  const [row] = await manager.query<{ number: number }[]>(
    "SELECT coalesce(max(number), 0) + 1 AS number FROM release WHERE municipality_id = $1",
    [municipalityId],
  );
  return row!.number;
}

/** Records a release before its facts; its time is set last, by `endRelease`. */
export async function insertRelease(
  manager: EntityManager,
  number: number,
  municipalityId: number,
  { reason, request }: { reason: string | null; request: ReleaseRequest },
): Promise<void> {
  await manager.query(
    `INSERT INTO release (number, municipality_id, published_at, reason, request)
     VALUES ($1, $2, 'infinity', $3, $4)`,
    [number, municipalityId, reason, JSON.stringify(request)],
  );
}

/** Updates the tables that summaries start from and the planner's statistics, and sets the time of a release, as the last step before the commit: whole milliseconds, later than all earlier ones of the municipality. `analyzed`: tables with fresh statistics. */
export async function endRelease(
  manager: EntityManager,
  municipalityId: number,
  number: number,
  analyzed: readonly string[] = [],
): Promise<void> {
  await addUp(manager, municipalityId, number, analyzed);
  // Read first: an UPDATE that calls clock_timestamp() is not possible where releases are distributed over nodes.
  const [end] = await manager.query<{ time: string }[]>(
    `SELECT greatest(
       date_trunc('milliseconds', clock_timestamp()),
       (SELECT max(published_at) + interval '1 millisecond' FROM release
        WHERE municipality_id = $1 AND number < $2))::text AS time`,
    [municipalityId, number],
  );
  await setTime(manager, municipalityId, { number, publishedAt: end!.time });
}

/**
 * The same for a release that was published before, whose time stands. `analyzed` null: it is small, and statistics are
 * not renewed for it.
 */
export async function endPastRelease(
  manager: EntityManager,
  municipalityId: number,
  past: PastRelease,
  analyzed: readonly string[] | null,
): Promise<void> {
  await addUp(manager, municipalityId, past.number, analyzed);
  await setTime(manager, municipalityId, past);
}

async function addUp(
  manager: EntityManager,
  municipalityId: number,
  number: number,
  analyzed: readonly string[] | null,
): Promise<void> {
  // First: to add up many new rows without statistics takes a thousand times as long.
  if (analyzed) await analyzeGrownTables(manager, analyzed);
  for (const statement of afterRelease({ municipalityId, number })) await manager.query(statement);
  await keepSums(manager, municipalityId);
  if (analyzed) await analyzeGrownTables(manager, analyzed);
}

const setTime = (
  manager: EntityManager,
  municipalityId: number,
  { number, publishedAt }: PastRelease,
): Promise<void> =>
  manager.query("UPDATE release SET published_at = $3 WHERE municipality_id = $1 AND number = $2", [
    municipalityId,
    number,
    publishedAt,
  ]);
