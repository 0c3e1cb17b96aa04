import { unlikeLots } from "../checks/lot-names.ts";
import { misprintsIn } from "../checks/name-variants.ts";
import { unpairedQuotes } from "../checks/unbalanced-quotes.ts";
import { escapeText } from "./escape-text.ts";

/** A text of its own, such as a title; a misprint in it stays and is marked as meant, like what stands at `others`. */
export const writeText = (text: string, ...others: number[]): string =>
  escapeText(text, new Set([...misprintPlaces(text), ...others]));

/**
 * All statements of a report as they are printed: the first letter of a misprint, a 「 or 」 alone and the lot code
 * behind an unlike name are entities, so that reading takes them for what is meant and does not find them again.
 */
export function escapeStatements(texts: string[]): string[] {
  const places = texts.map((text) => new Set([...misprintPlaces(text), ...unpairedQuotes([text])[0]!]));
  for (const { lot } of unlikeLots(texts)) places[lot.text]!.add(lot.at);
  return texts.map((text, index) => escapeText(text, places[index]));
}

const misprintPlaces = (text: string): Set<number> => new Set(misprintsIn(text).map(({ at }) => at));
