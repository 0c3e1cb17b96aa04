import { searchOf } from "../core/search-words.ts";
import type { QueryScope } from "./query-scope.ts";

/** SQL of a text as it is compared with what is looked for: `searchable` in SQL, a function of the database. */
export const searchKey = (sql: string): string => `search_key(${sql})`;

/** How texts are compared with what is looked for, in SQL. */
export interface Matching {
  /** SQL that is true of a search key that has what is looked for. */
  has: (key: string) => string;
  /** SQL of how well a search key fits: 0 if it is what is looked for, 1 if it begins with it, 2 if it contains it, otherwise 3. */
  rank: (key: string) => string;
  /** SQL that is true of every text that `has` is true of, which an index of its n-grams can tell; null where none can. */
  hasGrams: ((text: string) => string) | null;
  /** Whether there is nothing to look for: then everything fits. */
  isEmpty: boolean;
}

/** The comparison of texts with what was looked for. */
export function matchingOf(text: string | null | undefined, scope: QueryScope): Matching {
  const search = searchOf(text ?? "");
  const add = (spelling: string) => `${scope.parameters.add(spelling)}::text`;
  const words = search.words.map((spellings) => spellings.map(add));
  const phrase = search.phrase.map(add);
  const any = (conditions: readonly string[]) => `(${conditions.join(" OR ")})`;
  const all = (of: (spelling: string) => string) =>
    any([words.map((spellings) => any(spellings.map(of))).join(" AND "), ...phrase.map(of)]);
  const isLong = (spelling: string) => [...spelling].length > 1;
  const isEmpty = words.length === 0;
  return {
    has: (key) => (isEmpty ? "true" : all((spelling) => `strpos(${key}, ${spelling}) > 0`)),
    rank: (key) => {
      if (isEmpty) return "0";
      const fits = (condition: (spelling: string) => string) => any(phrase.map(condition));
      return `CASE WHEN ${fits((one) => `${key} = ${one}`)} THEN 0 WHEN ${fits((one) => `starts_with(${key}, ${one})`)} THEN 1
        WHEN ${fits((one) => `strpos(${key}, ${one}) > 0`)} THEN 2 ELSE 3 END`;
    },
    hasGrams:
      !isEmpty && search.words.flat().every(isLong)
        ? (grams) => all((spelling) => `search_grams(${grams}) @> search_grams(${spelling})`)
        : null,
    isEmpty,
  };
}
