import type { LeadingFacts } from "../../../schema/feeds/feed.ts";
import type { Publication } from "../publication.ts";
import { type FactTable, fixedWhere, namesOf } from "./fact-table.ts";
import { isCurrent } from "./same-key.ts";

/** Temporary tables that the groups of a form are compared in. All are gone with the transaction. */
export interface KnownGroups {
  /** The current rows of every group that a release may replace. */
  known: string;
  /** For each kind of facts that the rows follow, the keys of those that the release publishes. */
  leaders: readonly { name: string; keys: readonly string[] }[];
}

/**
 * Copies what staged rows of groups are compared with. Groups are few, and comparing them looks each one up several
 * times, which a cluster cannot do in rows that are on another node than the staged ones.
 */
export async function copyKnownGroups(
  publication: Publication,
  table: FactTable,
  staged: string,
): Promise<KnownGroups> {
  const { query, municipalityId } = publication;
  const leaders: { name: string; keys: string[] }[] = [];
  for (const leading of table.follows)
    leaders.push(await copyLeaders(publication, table, leading, leaders.length));
  const first = namesOf(table, "key")[0]!;
  const sources = [staged, ...leaders.map(({ name }) => name)].map(
    (name) => `SELECT ${first} AS key FROM ${name}`,
  );
  const [{ keys }] = await query.query(
    `SELECT coalesce(array_agg(DISTINCT key), '{}') AS keys FROM (${sources.join(" UNION ALL ")}) AS concerned`,
  );
  const known = `known_${table.name}`;
  await query.query(
    `CREATE TEMP TABLE ${known} ON COMMIT DROP AS SELECT * FROM ${table.name} AS known WITH NO DATA`,
  );
  await query.query(
    `INSERT INTO ${known} SELECT * FROM ${table.name} AS known
     WHERE known.municipality_id = $1 AND ${isCurrent(table)} AND known.${first} = ANY($2)`,
    [municipalityId, keys],
  );
  return { known, leaders };
}

async function copyLeaders(
  { query, municipalityId, release }: Publication,
  table: FactTable,
  { table: leading, keys, fixed = {} }: LeadingFacts,
  index: number,
): Promise<{ name: string; keys: string[] }> {
  const name = `leaders_${index}_of_${table.name}`;
  const columns = Object.entries(keys).map(([own, other]) => `leader."${other}" AS "${own}"`);
  await query.query(
    `CREATE TEMP TABLE ${name} ON COMMIT DROP AS SELECT DISTINCT ${columns.join(", ")} FROM ${leading} AS leader
     WHERE leader.municipality_id = ${municipalityId} AND leader.known_from = ${release}${fixedWhere({ fixed }, "leader")}`,
  );
  return { name, keys: Object.keys(keys) };
}

/** Drops the temporary tables: another form of the same table may follow. */
export async function dropKnownGroups(
  { query }: Publication,
  { known, leaders }: KnownGroups,
): Promise<void> {
  await query.query(`DROP TABLE ${[known, ...leaders.map(({ name }) => name)].join(", ")}`);
}
