import { closest } from "fastest-levenshtein";

/** The known word that is nearest to what was written; null where none is known. */
export function nearest(written: string, known: readonly string[]): string | null {
  return known.length > 0 ? closest(written, [...known]) : null;
}
