import type { QueryRunner } from "typeorm";
import type { Form } from "../../schema/feeds/feed.ts";
import { idColumns } from "../../schema/feeds/table-column.ts";
import { feeds, forms } from "../../schema/feeds.ts";
import { factTable, fixedWhere } from "../publishing/feeds/fact-table.ts";
import { current } from "../publishing/releases.ts";

/** Number and hash of rows, by what they are: the same in every database that holds the same facts. */
export type Digests = Record<string, string>;

/** Digests of the facts of every release, by municipality id and number of the release. */
export type ReleaseDigests = ReadonlyMap<number, ReadonlyMap<number, Digests>>;

interface DigestRow {
  municipality: number;
  release: number;
  content: string;
  count: string;
  hash: string;
}

/** Digests what every release published, ended and changed; of one municipality, or of all. */
export async function digestFacts(query: QueryRunner, municipalityId?: number): Promise<ReleaseDigests> {
  const digests = new Map<number, Map<number, Digests>>();
  for (const sql of [...new Set(forms.filter(({ ofHub }) => !ofHub).map(factsSql)), changesSql]) {
    const where = municipalityId === undefined ? "" : `WHERE municipality = ${Number(municipalityId)}`;
    const rows: DigestRow[] = await query.query(
      `SELECT municipality, release, content, count(*) AS count, sum(hashtextextended(facts, 0)) AS hash
       FROM (${sql}) AS facts ${where} GROUP BY municipality, release, content`,
    );
    for (const { municipality, release, content, count, hash } of rows) {
      const ofMunicipality = digests.get(municipality) ?? new Map<number, Digests>();
      digests.set(municipality, ofMunicipality);
      ofMunicipality.set(release, { ...ofMunicipality.get(release), [content]: `${count} ${hash}` });
    }
  }
  return digests;
}

/** What differs between two digests, in the names of tables. */
export const differencesOf = (one: Digests, other: Digests = {}): string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((key) => one[key] !== other[key]).sort();

/** A department or pledge by its name or code: ids differ from database to database. */
const labels = Object.entries(idColumns).map(([feed, column]) => ({
  column,
  table: column.replace(/_id$/, ""),
  label: feeds.find(({ name }) => name === feed)!.columns.find(({ key }) => key)!.field,
}));

const documentJoin = `LEFT JOIN source_document AS document
  ON (document.municipality_id, document.id) = (known.municipality_id, known.document_id)`;

/** SQL of the rows of a form's table, once for the release that published them and once for the one that ended them. */
function factsSql(form: Form): string {
  const table = factTable(form);
  const names = table.columns.map(({ name }) => name).filter((name) => name !== "id");
  const own = table.origin.filter((name) => name === "sheet" || name === "line");
  const cited = table.origin.includes("document_id");
  const referring = labels.filter(({ column }) => names.includes(column));
  const values = [...names, ...own].map((name) => {
    const label = referring.find(({ column }) => column === name);
    return `'${name}', ${label ? `${label.table}.label` : `known."${name}"`}`;
  });
  if (cited) values.push("'document', document.sha256");
  const joins = referring.map(
    ({ column, table: named, label }) => `LEFT JOIN (
      SELECT municipality_id, id, min("${label}") AS label FROM ${named} GROUP BY municipality_id, id
    ) AS ${named} ON (${named}.municipality_id, ${named}.id) = (known.municipality_id, known.${column})`,
  );
  const name = [table.name, ...Object.values(table.fixed)].join(" ");
  return `SELECT known.municipality_id AS municipality, moment.release, '${name} ' || moment.event AS content,
      jsonb_strip_nulls(jsonb_build_object(${values.join(", ")}))::text AS facts
    FROM ${table.name} AS known ${cited ? documentJoin : ""} ${joins.join("\n")}
    CROSS JOIN LATERAL (VALUES (known.known_from, 'published'), (known.known_to, 'ended')) AS moment (release, event)
    WHERE moment.release < ${current}${fixedWhere(table)}`;
}

const changesSql = `
  SELECT known.municipality_id AS municipality, known.release_number AS release, 'change' AS content,
    jsonb_strip_nulls(to_jsonb(known) - ARRAY['id', 'municipality_id', 'release_number', 'document_id']
      || jsonb_build_object('document', document.sha256))::text AS facts
  FROM change AS known ${documentJoin}`;
