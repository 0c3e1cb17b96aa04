import type { Localized } from "../../core/localized.ts";
import { contains, searchable, searchOf } from "../../core/search-words.ts";
import { compilePage } from "../../sql/compile.ts";
import { matchingOf } from "../../sql/matching.ts";
import type { QueryScope } from "../../sql/query-scope.ts";
import type { ArgumentValues, ListRows } from "../../sql/row-sql.ts";
import { hitColumns, type Searchable } from "../../sql/searchable.ts";
import { municipalityCode } from "../../sql/standard-arguments.ts";
import { inArgument, pageQuery, type TableQuery } from "../../sql/table-query.ts";
import { declareSearchKind, SearchKind, searchHit } from "./search-hit.ts";

/** Something that a search finds and that is the same in every release: a measure, a panel. */
export interface DeclaredHit {
  kind: string;
  code: string;
  title: Localized;
  text: Localized;
  /** Path of its page. */
  page: string;
}

/** Kinds of what is declared, not read from documents. */
const declaredKinds: Readonly<Record<string, Localized>> = {
  MEASURE: { ko: "척도", en: "Measure" },
  PANEL: { ko: "패널", en: "Panel" },
};

/** Number of hits of one kind that a search gives, the best. */
const mostOfKind = 1000;
/** Default number of hits on a page. */
const mostOfPage = 20;

/** The query that searches everything, by what the subjects declare. */
export function searchQuery(
  searchables: readonly Searchable[],
  declared: readonly DeclaredHit[],
): TableQuery {
  for (const { kind, ...declared } of searchables) declareSearchKind(kind, declared);
  for (const [kind, name] of Object.entries(declaredKinds)) declareSearchKind(kind, { name });
  /** SQL of all hits of a search, of each kind at most the best. */
  const hitsSql = (scope: QueryScope, { text, kind: kinds }: ArgumentValues): string => {
    const isWanted = ({ kind }: { kind: string }) => (kinds as string[] | null)?.includes(kind) ?? true;
    const matching = matchingOf(text, scope);
    const read = searchables.filter(isWanted).map(
      (one) => `(SELECT ${hitColumns.join(", ")}, NULL::text AS page, title AS title_ko, title AS title_en
        FROM (${one.hits(scope, matching)}) AS hits ORDER BY rank, length(text), id DESC LIMIT ${mostOfKind})`,
    );
    const parts = matching.isEmpty ? [] : [...read, ...declaredHits(declared.filter(isWanted), text, scope)];
    const places = Object.keys(SearchKind).map((kind, place) => `WHEN '${kind}' THEN ${place}`);
    return `SELECT found.*, CASE kind ${places.join(" ")} END AS place FROM (${parts.join(" UNION ALL ") || nothing}) AS found`;
  };
  const ordered = (alias: string) =>
    `${alias}.rank, ${alias}.place, length(${alias}.text), ${alias}.municipality_id, ${alias}.id DESC, ${alias}.code`;
  const query = pageQuery(
    "search",
    searchHit,
    mostOfPage,
    () => {
      throw new Error("A search is compiled below.");
    },
    {
      description: {
        ko: "공약, 글머리, 적힌 수치와 날짜, 부서, 기업, 판매장, 과정, 척도, 패널에서 찾습니다. 빈칸, 조사, 대소문자는 가리지 않으며 꼭 맞는 것부터. 글머리에 그 말이 든 공약도 찾습니다. 한 종류에서 꼭 맞는 것부터 1,000건까지. 찾을 말이 없으면 빈 목록.",
        en: "Searches pledges, bullets, stated figures and dates, departments, enterprises, outlets, courses, measures and panels, whatever the blanks, Korean particles and case, the best match first. A pledge is found by its bullets too. Of each kind the best 1,000 are given. Without words the list is empty.",
      },
      arguments: {
        text: {
          type: () => String,
          nullable: false,
          description: { ko: "찾을 말.", en: "Words to look for: all of them have to be there." },
        },
        kind: {
          type: () => [SearchKind],
          nullable: true,
          description: { ko: "이 종류만. 빼면 모두.", en: "Only these kinds; default: all." },
        },
        municipality: municipalityCode,
      },
      municipalities: inArgument,
    },
  );
  return {
    ...query,
    // Found once, for the page and for the number of all.
    compile: ({ field, scope }) => {
      let hits = "";
      const rows: ListRows = (alias, list, values) => {
        hits = hitsSql(list, values);
        return { from: `hits AS ${alias}`, where: "true", order: ordered(alias) };
      };
      const compiled = compilePage({ of: searchHit, rows, first: mostOfPage }, field, scope);
      return { ...compiled, with: `WITH hits AS MATERIALIZED (${hits})` };
    },
  };
}

const texts = ["kind", "code", "title", "text", "sheet", "quote"];
/** SQL of no hit, with the columns of one. */
const nothing = `SELECT ${hitColumns.map((column) => `NULL::${texts.includes(column) ? "text" : "integer"} AS ${column}`).join(", ")},
  NULL::text AS page, NULL::text AS title_ko, NULL::text AS title_en LIMIT 0`;

/** SQL of the hits among what is declared, each compared here: there are few of them. */
function declaredHits(declared: readonly DeclaredHit[], text: string, scope: QueryScope): string[] {
  const search = searchOf(text);
  const found = declared.filter((hit) =>
    contains(`${hit.code} ${hit.title.ko} ${hit.title.en} ${hit.text.ko} ${hit.text.en}`, search),
  );
  return found.map(({ kind, code, title, text: says, page }) => {
    const add = (one: string) => `${scope.parameters.add(one)}::text`;
    const rank = Math.min(...[code, title.ko, title.en].map((one) => rankOf(searchable(one), search.phrase)));
    return `SELECT '${kind}', NULL::integer, NULL::integer, ${add(code)}, ${add(title.ko)}, ${add(says.ko)}, ${rank}, NULL::integer,
      NULL::integer, NULL::text, NULL::integer, NULL::integer, NULL::text, ${add(page)}, ${add(title.ko)}, ${add(title.en)}`;
  });
}

/** How well a key fits, as `Matching.rank` says it in SQL. */
function rankOf(key: string, phrase: readonly string[]): number {
  if (phrase.includes(key)) return 0;
  if (phrase.some((one) => key.startsWith(one))) return 1;
  return phrase.some((one) => key.includes(one)) ? 2 : 3;
}
