import type { CatalogueEntry } from "../../sql/summary/catalogue.ts";
import type { DeclaredHit } from "./search-query.ts";

/** The measures of all summaries, to be found by name and formula. */
export const measureHits = (entries: readonly CatalogueEntry[]): DeclaredHit[] =>
  entries.flatMap(({ query, title, measures }) =>
    measures.map(({ field, name, formula }) => ({
      kind: "MEASURE",
      code: `${query}.${field}`,
      title: name,
      text: { ko: `${title.ko}: ${formula.ko}`, en: `${title.en}: ${formula.en}` },
      page: `/measures#${query}`,
    })),
  );
