import { ContactRole } from "../../../../schema/subjects/report/report-kinds.ts";
import type { Paragraph } from "../../../documents/document-model.ts";
import type { ContactLabel } from "../form/form-edition.ts";
import type { FormWords, Recognised } from "../form/form-words.ts";
import { isEscaped, locationOf, wordsOf } from "../place/printed.ts";
import type { SourceLocation } from "../report-draft.ts";

/** A token of the contacts, with the position of its cell. A blank cell stands for a missing name or number. */
export type ContactToken = { origin: SourceLocation } & (
  | { type: "LABEL"; label: ContactLabel; misprintOf: string | null }
  | { type: "WORDS"; text: string; isEscaped: boolean }
  | { type: "NUMBERS"; numbers: string[] }
  | { type: "BLANK" }
);

const onlyNumbers = /^[☎☏\s]*\(?\d[\d\s,/()~-]*$/;

/** The label that a whole text is, such as 과 장; 곽장 may be a name. */
export function contactLabel(text: string, words: FormWords): Recognised<ContactLabel> | undefined {
  const label = words.contact(text.replace(/[\s:：]+$/, ""));
  return label && (label.misprintOf === null || text.replace(/\s/g, "").length > 2) ? label : undefined;
}

/** Whether paragraphs, of a cell or outside of tables, have a label of the contacts, alone or among other words. */
export function hasContactLabel(paragraphs: readonly Paragraph[], words: FormWords): boolean {
  const text = wordsOf(paragraphs);
  if (text.length > 300 || isEscaped(paragraphs)) return false;
  return contactLabel(text, words) !== undefined || words.contactInText.test(text);
}

/** The tokens of paragraphs, of a cell or outside of tables, in order. */
export function tokensOf(paragraphs: readonly Paragraph[], words: FormWords): ContactToken[] {
  const [first] = paragraphs;
  if (!first) return [];
  const [text, origin] = [wordsOf(paragraphs), locationOf(first)];
  // A label that is escaped is a name.
  if (isEscaped(paragraphs)) return [{ origin, type: "WORDS", text, isEscaped: true }];
  const whole = contactLabel(text, words);
  if (whole) return [{ origin, type: "LABEL", label: whole.meaning, misprintOf: whole.misprintOf }];
  return text.split(words.contactInText).flatMap((piece): ContactToken[] => {
    const part = piece.replace(/^\s*[:：]/, "").trim();
    const label = words.contact(part);
    if (label?.misprintOf === null)
      return [{ origin, type: "LABEL", label: label.meaning, misprintOf: null }];
    return part === "" ? [] : splitNumbers(part).map((token) => ({ origin, ...token }));
  });
}

/** 윤 3540 is a name and a number; 3540 3721 are two numbers. */
function splitNumbers(
  text: string,
): ({ type: "WORDS"; text: string; isEscaped: false } | { type: "NUMBERS"; numbers: string[] })[] {
  if (onlyNumbers.test(text)) return [{ type: "NUMBERS", numbers: numbersIn(text) }];
  const at = text.search(/(?<=^|[\s(☎])\d[\d-]{2,}/);
  const words = at < 0 ? text : text.slice(0, at).replace(/[\s☎☏(]+$/, "");
  const rest = at < 0 ? "" : text.slice(at).replace(/\)$/, "");
  const nameTokens = words === "" ? [] : [{ type: "WORDS" as const, text: words, isEscaped: false as const }];
  if (rest === "") return nameTokens;
  if (!onlyNumbers.test(rest)) return [{ type: "WORDS", text, isEscaped: false }];
  return [...nameTokens, { type: "NUMBERS", numbers: numbersIn(rest) }];
}

const numbersIn = (text: string): string[] =>
  text
    .replace(/[☎☏]/g, " ")
    .split(/[\s,/]+/)
    .filter((number) => number !== "");

/** 과 팀 | 장 장: two labels set row by row, their first syllables in one cell and the second in the next. */
const rowsOfLabels: ReadonlyMap<string, ContactRole[]> = new Map([
  ["과팀장장", [ContactRole.DIVISION_HEAD, ContactRole.TEAM_HEAD]],
  ["팀과장장", [ContactRole.TEAM_HEAD, ContactRole.DIVISION_HEAD]],
]);

/** Labels that are set row by row: index of their cell, number of cells, and roles; undefined if there are none. */
export function transposedLabels(
  cells: readonly Paragraph[][],
): { index: number; count: number; roles: ContactRole[] } | undefined {
  const words = cells.map((paragraphs) =>
    isEscaped(paragraphs) ? "" : wordsOf(paragraphs).replace(/\s/g, ""),
  );
  for (const [index, word] of words.entries()) {
    for (const count of [1, 2]) {
      const roles = rowsOfLabels.get(count === 1 ? word : word + (words[index + 1] ?? ""));
      if (roles) return { index, count, roles };
    }
  }
  return undefined;
}
