import type { StoredColumn } from "../../../schema/feeds/feed.ts";
import type { Publication } from "../publication.ts";
import { type FactTable, factColumns } from "./fact-table.ts";
import type { KnownGroups } from "./known-groups.ts";
import { equalKeys } from "./same-key.ts";

/**
 * Makes a table `news` of the rows to be written: those of groups that are new, that differ from the one that is
 * current, or that follow what this release publishes. Ends the rows of groups that these replace, and of groups
 * that follow something new and have no rows any more.
 */
export async function mergeGroups(
  { query, release, municipalityId }: Publication,
  table: FactTable,
  staged: string,
  groups: KnownGroups,
): Promise<void> {
  const columns = [...new Set(["document_id", ...factColumns(table)])].map((name) => `staged.${name}`);
  const isNews = [
    `NOT EXISTS (SELECT FROM ${groups.known} AS known WHERE ${equalKeys(table, "known", "staged")})`,
    ...table.columns
      .filter(({ role }) => role === "value")
      .map((value) => groupDiffers(table, { staged, known: groups.known }, value)),
    ...followsNews(groups, "staged"),
  ];
  await query.query(
    `CREATE TEMP TABLE news ON COMMIT DROP AS
     SELECT ${columns.join(", ")} FROM ${staged} AS staged WHERE ${isNews.join(" OR ")}`,
  );
  const isReplaced = [
    `EXISTS (SELECT FROM news WHERE ${equalKeys(table, "news", "known")})`,
    ...followsNews(groups, "known"),
  ];
  const [{ ids }] = await query.query(
    `SELECT array_agg(id) AS ids FROM ${groups.known} AS known
     WHERE known_from < $1 AND (${isReplaced.join(" OR ")})`,
    [release],
  );
  await query.query(`UPDATE ${table.name} SET known_to = $1 WHERE municipality_id = $2 AND id = ANY($3)`, [
    release,
    municipalityId,
    ids ?? [],
  ]);
}

/** SQL for a value of a staged row's group to differ from that of the known group. */
export const groupDiffers = (
  table: FactTable,
  { staged, known }: { staged: string; known: string },
  value: StoredColumn,
): string =>
  `(SELECT ${textOfGroup(table, value)} FROM ${staged} AS own WHERE ${equalKeys(table, "own", "staged")})
   <> (SELECT ${textOfGroup(table, value)} FROM ${known} AS known WHERE ${equalKeys(table, "known", "staged")})`;

/** SQL for a value of all rows of a group, as one text. */
export function textOfGroup(
  { columns }: FactTable,
  { name, text = `"${name}"::text` }: StoredColumn,
): string {
  const member = columns.find(({ role }) => role === "member")!;
  return `string_agg(${text}, E'\\n' ORDER BY "${member.name}")`;
}

/** SQL for a row to follow facts that this release publishes. */
const followsNews = ({ leaders }: KnownGroups, alias: string): string[] =>
  leaders.map(({ name, keys }) => {
    const equal = keys.map((key) => `leader."${key}" = ${alias}."${key}"`);
    return `EXISTS (SELECT FROM ${name} AS leader WHERE ${equal.join(" AND ")})`;
  });
