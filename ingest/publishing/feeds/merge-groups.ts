import type { LeadingFacts, StoredColumn } from "../../../schema/feeds/feed.ts";
import type { Publication } from "../publication.ts";
import { type FactTable, factColumns, fixedWhere } from "./fact-table.ts";
import { equalKeys, isCurrent, sameKey } from "./same-key.ts";

/**
 * Makes a table `news` of the rows to be written: those of groups that are new, that differ from the one that is
 * current, or that follow what this release publishes. Ends the rows of groups that these replace, and of groups
 * that follow something new and have no rows any more.
 */
export async function mergeGroups(
  { query, release, municipalityId }: Publication,
  table: FactTable,
  staged: string,
): Promise<void> {
  const columns = [...new Set(["document_id", ...factColumns(table)])].map((name) => `staged.${name}`);
  const isNews = [
    `NOT EXISTS (SELECT FROM ${table.name} AS known WHERE ${sameKey(table)})`,
    ...table.columns.filter(({ role }) => role === "value").map((value) => differs(table, staged, value)),
    ...followsNews(table, "staged", release),
  ];
  await query.query(
    `CREATE TEMP TABLE news ON COMMIT DROP AS
     SELECT ${columns.join(", ")} FROM ${staged} AS staged WHERE ${isNews.join(" OR ")}`,
  );
  const isReplaced = [
    `EXISTS (SELECT FROM news WHERE ${equalKeys(table, "news", "known")})`,
    ...followsNews(table, "known", release),
  ];
  await query.query(
    `UPDATE ${table.name} AS known SET known_to = $1 WHERE ${isCurrent(table)}
       AND known.municipality_id = $2 AND known.known_from < $1 AND (${isReplaced.join(" OR ")})`,
    [release, municipalityId],
  );
}

const differs = (table: FactTable, staged: string, value: StoredColumn): string =>
  `(SELECT ${textOfGroup(table, value)} FROM ${staged} AS own WHERE ${equalKeys(table, "own", "staged")})
   <> (SELECT ${textOfGroup(table, value)} FROM ${table.name} AS known WHERE ${sameKey(table)})`;

/** SQL for a value of all rows of a group, as one text. */
export function textOfGroup(
  { columns }: FactTable,
  { name, text = `"${name}"::text` }: StoredColumn,
): string {
  const member = columns.find(({ role }) => role === "member")!;
  return `string_agg(${text}, E'\\n' ORDER BY "${member.name}")`;
}

/** SQL for a row to follow facts that this release publishes. */
const followsNews = ({ follows }: FactTable, alias: string, release: number): string[] =>
  follows.map(
    (leading) => `EXISTS (SELECT FROM ${leading.table} AS leader WHERE ${leads(leading, alias, release)})`,
  );

const leads = ({ keys, fixed = {} }: LeadingFacts, alias: string, release: number): string =>
  [
    `leader.municipality_id = ${alias}.municipality_id AND leader.known_from = ${release}`,
    ...Object.entries(keys).map(([own, other]) => `leader."${other}" = ${alias}."${own}"`),
  ].join(" AND ") + fixedWhere({ fixed }, "leader");
