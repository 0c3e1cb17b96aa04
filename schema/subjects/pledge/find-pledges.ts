import { type Connection, connection, type Page, pageOf } from "../../core/connection.ts";
import type { HubContext, KnownAt } from "../../core/context.ts";
import { type DirectQuery, joined, newestRelease } from "../../sql/direct/direct-query.ts";
import { DirectScope } from "../../sql/direct/direct-scope.ts";
import { listSql, NotDirect } from "../../sql/direct/json-sql.ts";
import { jsonValue } from "../../sql/direct/json-value.ts";
import { Parameters } from "../../sql/parameters.ts";
import { isKnown } from "../../sql/summary/filters.ts";
import { municipalitiesListed } from "../municipality/municipalities-meant.ts";
import { knownIn } from "../release/feed-fact.ts";
import { directPledge } from "./direct-pledge.ts";
import { type Pledge, toPledge } from "./pledge.ts";
import type { PledgeWhere } from "./pledge-resolver.ts";
import { pledgesTold } from "./pledges-told.ts";
import { quartersAsked } from "./quarters-asked.ts";

/** A list of pledges as SQL: all that meet the conditions, and one page of them with what is told of them. */
interface PledgeList {
  kept: string;
  page: string;
  parameters: Parameters;
}

/** One page of the pledges that meet the conditions, by code, and how many there are in all. */
export async function findPledges(
  context: HubContext,
  where: PledgeWhere,
  page: Page,
  knownAt: KnownAt,
): Promise<Connection<Pledge>> {
  const municipalities = await municipalitiesListed(context, where.municipality, knownAt);
  const list = pledgeList(where, municipalities, page, knownAt);
  const rows = await context.database.query<(Pledge & { count: number })[]>(
    `SELECT pledge.id, municipality_id AS "municipalityId", code, count, title, department_id AS "departmentId",
       of_quarter AS quarter
     FROM (SELECT count(*)::integer FROM (${list.kept}) AS kept) AS counted LEFT JOIN ${list.page} AS pledge ON true
     ORDER BY municipality_id, sort_code`,
    list.parameters.values,
  );
  const pledges = rows.filter((row) => row.id !== null).map((row) => toPledge(row, row.quarter, knownAt));
  return connection(pledges, rows[0]!.count, page);
}

/** The same directly. */
export const directPledges: DirectQuery = async ({ context, arguments: given, fields, knownAt }) => {
  const where = (given.where ?? {}) as PledgeWhere;
  const page = pageOf(
    (given.first as number | null) ?? pledgesOnPage,
    (given.after as string | null) ?? null,
  );
  const municipalities = await municipalitiesListed(context, where.municipality, knownAt);
  const list = pledgeList(where, municipalities, page, knownAt);
  const [nodes, ...others] = fields.filter(({ name }) => name === "nodes");
  if (!nodes || others.length > 0) throw new NotDirect("nodes");
  const scope = new DirectScope(list.parameters, knownAt);
  const rows = { from: `${list.page} AS pledge`, order: "pledge.municipality_id, pledge.sort_code" };
  const isCounted = fields.some(({ name }) => name === "totalCount" || name === "pageInfo");
  const count = `(SELECT count(*)::integer FROM (${list.kept}) AS kept)`;
  return {
    text: `SELECT ${newestRelease}, ${isCounted ? count : "0"} AS count,
      ${listSql(directPledge, "pledge", nodes.fields, scope, rows)} AS nodes`,
    values: list.parameters.values,
    json: (row) => {
      const total = row.count as number;
      const shown = Math.max(0, Math.min(page.limit, total - page.offset));
      const told = connection(Array.from({ length: shown }), total, page);
      return joined(
        fields.map((field) => [
          field.key,
          field === nodes
            ? (row.nodes as string)
            : JSON.stringify(jsonValue(told[field.name as "totalCount"], field)),
        ]),
      );
    },
  };
};

/** How many pledges a page has where nobody says. */
export const pledgesOnPage = 50;

function pledgeList(
  where: PledgeWhere,
  municipalities: readonly number[],
  { limit, offset }: Page,
  knownAt: KnownAt,
): PledgeList {
  const parameters = new Parameters();
  const time = `${parameters.add(knownAt)}::integer`;
  const ofCity =
    municipalities.length === 1
      ? `municipality_id = ${parameters.add(municipalities[0])}`
      : `municipality_id = ANY(${parameters.add(municipalities)}::integer[])`;
  const ofQuarter = where.quarter || where.state || where.hasState != null;
  const pledges = ofQuarter
    ? pledgesTold(askedSql(where, municipalities, time, parameters), "pledge.asked", time)
    : pledgesTold(`SELECT * FROM pledge WHERE ${ofCity}`, null, time);
  const kept = `SELECT * FROM ${pledges} AS pledge WHERE ${conditions(where, time, parameters)}`;
  const page = `(${kept} ORDER BY municipality_id, sort_code LIMIT ${parameters.add(limit)} OFFSET ${parameters.add(offset)})`;
  return { kept, page, parameters };
}

/** SQL of the pledges of some municipalities, each with the quarter that is asked about: as the summary takes it. */
function askedSql(
  where: PledgeWhere,
  municipalities: readonly number[],
  time: string,
  parameters: Parameters,
): string {
  const cities = `${parameters.add(municipalities)}::integer[]`;
  const quarters = quartersAsked({
    known: `municipality_id = ANY(${cities}) AND ${knownIn(time)}`,
    municipalities: { list: municipalities, sql: cities },
    named: where.quarter ? { list: where.quarter, sql: `${parameters.add(where.quarter)}::integer[]` } : null,
    all: false,
  });
  return `WITH ${quarters}
    SELECT pledge.*, quarters.quarter AS asked FROM pledge JOIN quarters USING (municipality_id) WHERE is_last`;
}

/** SQL over rows of `pledgesTold`. */
function conditions(where: PledgeWhere, time: string, parameters: Parameters): string {
  const told = `FROM pledge_quarter AS told WHERE told.pledge_id = pledge.id AND ${knownIn(time)}`;
  const met = ["true"];
  if (where.department) {
    const names = parameters.add(where.department);
    met.push(`department_id IN (SELECT id FROM department WHERE name = ANY(${names}))`);
  }
  if (where.search) {
    met.push(`strpos(lower(code || ' ' || title), lower(${parameters.add(where.search)})) > 0`);
  }
  // A pledge that a quarter does not speak of is silent there too, as the summary counts it.
  if (where.quarter && where.hasState !== false) {
    met.push(`EXISTS (SELECT ${told} AND told.quarter = ANY(${parameters.add(where.quarter)}))`);
  }
  const state = `(SELECT state ${told} AND state IS NOT NULL AND told.quarter = of_quarter ORDER BY stated_by LIMIT 1)`;
  if (where.state) met.push(`${state} = ANY(${parameters.add(where.state)}::pledge_state[])`);
  return met.join(" AND ") + isKnown(state, where.hasState);
}
