import type { Page } from "../connection.ts";
import type { HubContext, KnownAt } from "../context.ts";
import { Parameters } from "../summary/parameters.ts";
import { type Pledge, toPledge } from "./pledge.ts";
import type { PledgeWhere } from "./pledge-resolver.ts";

/** One page of the pledges that meet the conditions, by code, and how many there are in all. */
export async function findPledges(
  context: HubContext,
  where: PledgeWhere,
  page: Page,
  knownAt: KnownAt,
): Promise<{ pledges: Pledge[]; totalCount: number }> {
  const quarter = where.quarter?.length ? Math.max(...where.quarter) : null;
  const parameters = new Parameters();
  const time = parameters.add(knownAt);
  const told = `FROM pledge_quarter AS told WHERE told.pledge_id = pledge.id AND known_from <= ${time} AND known_to > ${time}`;
  const upTo = quarter === null ? "" : ` AND told.quarter <= ${parameters.add(quarter)}`;
  /** What the row of the quarter says, or the last before it that says anything; a feed is heard before a report. */
  const latest = (column: string) =>
    `(SELECT ${column} ${told}${upTo} AND ${column} IS NOT NULL ORDER BY told.quarter DESC, stated_by LIMIT 1)`;
  const conditions = [`EXISTS (SELECT ${told}${upTo})`];
  if (where.department) {
    const names = parameters.add(where.department);
    conditions.push(`${latest("department_id")} IN (SELECT id FROM department WHERE name = ANY(${names}))`);
  }
  if (where.search) {
    conditions.push(
      `strpos(lower(code || ' ' || ${latest("title")}), lower(${parameters.add(where.search)})) > 0`,
    );
  }
  if (where.quarter) {
    conditions.push(`EXISTS (SELECT ${told} AND told.quarter = ANY(${parameters.add(where.quarter)}))`);
  }
  if (where.state) {
    const states = parameters.add(where.state);
    const ofQuarter = quarter === null ? "" : ` AND told.quarter = ${parameters.add(quarter)}`;
    conditions.push(
      `(SELECT state ${told} AND state IS NOT NULL${ofQuarter} ORDER BY told.quarter DESC LIMIT 1)
        = ANY(${states}::pledge_state[])`,
    );
  }
  const codes = parameters.add(where.municipality ?? [context.home]);
  const rows = await context.database.query<(Pledge & { count: number })[]>(
    `WITH kept AS (
       SELECT pledge.* FROM pledge
       WHERE municipality_id IN (
           SELECT id FROM municipality WHERE code = ANY(${codes}) AND known_from <= ${time} AND known_to > ${time})
         AND ${conditions.join(" AND ")}
     ), page AS (
       SELECT * FROM kept ORDER BY municipality_id, sort_code LIMIT ${parameters.add(page.limit)} OFFSET ${parameters.add(page.offset)}
     )
     SELECT pledge.id, municipality_id AS "municipalityId", code, count,
       ${latest("title")} AS title, ${latest("department_id")} AS "departmentId"
     FROM (SELECT count(*)::integer AS count FROM kept) AS counted LEFT JOIN page AS pledge ON true
     ORDER BY municipality_id, sort_code`,
    parameters.values,
  );
  return {
    pledges: rows.filter((row) => row.id !== null).map((row) => toPledge(row, quarter, knownAt)),
    totalCount: rows[0]!.count,
  };
}
