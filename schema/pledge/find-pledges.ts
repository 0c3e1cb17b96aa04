import type { Page } from "../connection.ts";
import type { HubContext, KnownAt } from "../context.ts";
import { type Pledge, pledgesAtQuarter, toPledge } from "./pledge.ts";
import type { PledgeWhere } from "./pledge-resolver.ts";

/** One page of the pledges that meet the conditions, by code, and how many there are in all. */
export async function findPledges(
  context: HubContext,
  where: PledgeWhere,
  page: Page,
  knownAt: KnownAt,
): Promise<{ pledges: Pledge[]; totalCount: number }> {
  const quarter = where.quarter?.length ? Math.max(...where.quarter) : null;
  const rows = await context.database.query<(Pledge & { count: number })[]>(
    `WITH known AS (${pledgesAtQuarter} GROUP BY pledge.id), kept AS (
       SELECT known.* FROM known
       WHERE "municipalityId" IN (
           SELECT id FROM municipality WHERE code = ANY($3) AND known_from <= $1 AND known_to > $1)
         AND ($4::text[] IS NULL OR "departmentId" IN (SELECT id FROM department WHERE name = ANY($4)))
         AND ($5::text IS NULL OR strpos(lower(code || ' ' || title), lower($5)) > 0)
         AND ($6::integer[] IS NULL OR EXISTS (
           SELECT FROM pledge_quarter
           WHERE pledge_id = known.id AND quarter = ANY($6) AND known_from <= $1 AND known_to > $1))
         AND ($7::pledge_state[] IS NULL OR (
           SELECT state FROM pledge_quarter
           WHERE pledge_id = known.id AND state IS NOT NULL AND known_from <= $1 AND known_to > $1
             AND ($2::integer IS NULL OR quarter = $2)
           ORDER BY quarter DESC LIMIT 1) = ANY($7))
     )
     SELECT page.*, count FROM (SELECT count(*)::integer AS count FROM kept) AS counted
     LEFT JOIN (SELECT * FROM kept ORDER BY "municipalityId", sort_code LIMIT $8 OFFSET $9) AS page ON true
     ORDER BY "municipalityId", sort_code`,
    [
      knownAt,
      quarter,
      where.municipality ?? [context.home],
      where.department ?? null,
      where.search ?? null,
      where.quarter ?? null,
      where.state ?? null,
      page.limit,
      page.offset,
    ],
  );
  return {
    pledges: rows.filter((row) => row.id !== null).map((row) => toPledge(row, quarter, knownAt)),
    totalCount: rows[0]!.count,
  };
}
