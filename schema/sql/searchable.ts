import type { Localized } from "../core/localized.ts";
import { type Matching, searchKey } from "./matching.ts";
import type { QueryScope } from "./query-scope.ts";

/** Something that a search finds: the rows of one kind. */
export interface Searchable {
  /** Its value in the enum of kinds. */
  kind: string;
  name: Localized;
  /** Folder of their pages, which are named by municipality and code; undefined if they have none. */
  folder?: string;
  /** SQL of the rows that fit, with the columns of `hitColumns`. */
  hits(scope: QueryScope, matching: Matching): string;
}

/** What each hit has: the texts that people read, how well it fits, and where it stands. */
export const hitColumns = [
  ...["kind", "municipality_id", "id", "code", "title", "text", "rank", "pledge_id"],
  ...["document_id", "sheet", "line", '"column"', "quote"],
] as const;

/** A table whose rows a search finds. */
interface SearchableTable {
  kind: string;
  name: Localized;
  folder?: string;
  table: string;
  /** SQL of the code or name by which queries name a row; rows with the same are one hit. Default: each row is one. */
  code?: string;
  /** SQL of the title, over the alias `found`. */
  title: string;
  /** SQL of the text that words are looked for in. Default: code and title. */
  text?: string;
  /** Whether the text has an index of its n-grams. */
  isIndexed?: true;
  /** SQL of the text's search key, if it is stored. Default: it is computed. */
  key?: string;
  /** Whether rows belong to a pledge, whose id they have. */
  ofPledge?: true;
  /** Whether rows have the column and the quote of their place, or only its line. */
  isQuoted?: true;
  /** SQL that orders rows with the same code, the one to show first. Default: the latest row. */
  latest?: string;
}

/** Declares that a search finds the rows of a table. */
export const searchableTable = ({
  table,
  code,
  title,
  text,
  isIndexed,
  key = searchKey(text ?? (code ? `${code} || ' ' || ${title}` : title)),
  ofPledge,
  isQuoted,
  latest = "found.id DESC",
  ...named
}: SearchableTable): Searchable => ({
  ...named,
  hits(scope, { has, rank, hasGrams }) {
    const wanted = text ?? (code ? `${code} || ' ' || ${title}` : title);
    const ranks = [...(code ? [code] : []), title].map((one) => rank(one === wanted ? key : searchKey(one)));
    const indexed = isIndexed && hasGrams ? `${hasGrams(wanted)} AND ` : "";
    const one = code ? `DISTINCT ON (found.municipality_id, ${code})` : "";
    return `SELECT ${one} '${named.kind}' AS kind, found.municipality_id, found.id, ${code ?? "NULL::text"} AS code,
        ${title} AS title, ${wanted} AS text, least(${ranks.join(", ")}) AS rank,
        ${ofPledge ? "found.pledge_id" : "NULL::integer"} AS pledge_id, found.document_id, found.sheet, found.line,
        ${isQuoted ? 'found."column", found.quote' : 'NULL::integer AS "column", NULL::text AS quote'}
      FROM ${table} AS found WHERE ${scope.facts("found")} AND ${indexed}${has(key)}
      ${code ? `ORDER BY found.municipality_id, ${code}, ${latest}` : ""}`;
  },
});
