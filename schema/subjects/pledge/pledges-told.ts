import { knownIn } from "../release/feed-fact.ts";

/**
 * What stands in FROM and gives a pledge with title and department: as the last row up to the quarter says, or
 * the last before it that says anything; a feed is heard before a report. Its code is the title of one that nobody
 * gave a title. No row where none speaks of it.
 * `pledge` is SQL that gives rows of the table, `quarter` SQL of a number, null for the latest.
 */
export function pledgesTold(pledge: string, quarter: string | null, time: string): string {
  const told = (columns: string, condition: string) =>
    `SELECT ${columns} FROM pledge_quarter AS told WHERE told.pledge_id = pledge.id AND ${knownIn(time)}
     ${quarter === null ? "" : `AND told.quarter <= ${quarter}`} ${condition}
     ORDER BY told.quarter DESC, stated_by LIMIT 1`;
  const lastSaid = (column: string) =>
    `coalesce(last.${column}, (${told(column, `AND ${column} IS NOT NULL`)}))`;
  return `(
    SELECT pledge.*, ${quarter ?? "NULL::integer"} AS of_quarter, coalesce(${lastSaid("title")}, pledge.code) AS title,
      ${lastSaid("department_id")} AS department_id
    FROM (${pledge}) AS pledge CROSS JOIN LATERAL (${told("title, department_id", "")}) AS last)`;
}
