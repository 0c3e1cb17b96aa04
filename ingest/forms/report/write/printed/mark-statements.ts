import { unlikeLots } from "../../checks/lot-names.ts";
import { misprintsIn } from "../../checks/name-variants.ts";
import { unpairedQuotes } from "../../checks/unbalanced-quotes.ts";
import { markText } from "./mark-text.ts";

/** A single text, such as a title: misprints and the characters at `others` are marked as literal and so stay as they are. */
export const printText = (text: string, ...others: number[]): string =>
  markText(text, new Set([...misprintPlaces(text), ...others]));

/**
 * All statements of a report: the first letter of a misprint, an unmatched 「 or 」 and the lot code after a deviating
 * name are marked as literal, so that reading them again keeps them and reports nothing.
 */
export function markStatements(texts: string[]): string[] {
  const places = texts.map((text) => new Set([...misprintPlaces(text), ...unpairedQuotes([text])[0]!]));
  for (const { lot } of unlikeLots(texts)) places[lot.text]!.add(lot.at);
  return texts.map((text, index) => markText(text, places[index]));
}

const misprintPlaces = (text: string): Set<number> => new Set(misprintsIn(text).map(({ at }) => at));
