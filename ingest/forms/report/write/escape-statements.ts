import { unlikeLots } from "../checks/lot-names.ts";
import { misprintsIn } from "../checks/name-variants.ts";
import { unpairedQuotes } from "../checks/unbalanced-quotes.ts";
import { escapeText } from "./escape-text.ts";

/** Escapes a single text, such as a title: misprints and the characters at `others` become entities and so stay as they are. */
export const writeText = (text: string, ...others: number[]): string =>
  escapeText(text, new Set([...misprintPlaces(text), ...others]));

/**
 * Escapes all statements of a report: the first letter of a misprint, an unmatched 「 or 」 and the lot code after a
 * deviating name become entities, so that reading them again keeps them and reports nothing.
 */
export function escapeStatements(texts: string[]): string[] {
  const places = texts.map((text) => new Set([...misprintPlaces(text), ...unpairedQuotes([text])[0]!]));
  for (const { lot } of unlikeLots(texts)) places[lot.text]!.add(lot.at);
  return texts.map((text, index) => escapeText(text, places[index]));
}

const misprintPlaces = (text: string): Set<number> => new Set(misprintsIn(text).map(({ at }) => at));
