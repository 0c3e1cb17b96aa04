import { ContactRole } from "../../../../schema/subjects/report/report-kinds.ts";
import { cellsOf, isBlank, type Line } from "../layout/lines-and-cells.ts";
import { plainText, withoutTags } from "../layout/markup.ts";
import { lookUp } from "../layout/similar-words.ts";

export type ContactLabel = ContactRole | "DEPARTMENT" | "EXTENSION";

/** A token of the contact lines. A blank cell stands for a missing name or number. */
export type ContactToken = { line: Line; column: number | null; quote: string } & (
  | { type: "LABEL"; label: ContactLabel; misprintOf: string | null }
  | { type: "WORDS"; text: string }
  | { type: "NUMBERS"; numbers: string[] }
  | { type: "BLANK" }
);

const labels = new Map<string, ContactLabel>([
  ["소관부서", "DEPARTMENT"],
  ["담당부서", "DEPARTMENT"],
  ["주관부서", "DEPARTMENT"],
  ["과장", ContactRole.DIVISION_HEAD],
  ["팀장", ContactRole.TEAM_HEAD],
  ["연락처", "EXTENSION"],
]);
/** Entities stay encoded: a label with an entity in it is a name. */
const printedWord = (raw: string): string => withoutTags(raw).replace(/\*\*|\s/g, "");
const labelInText =
  /(?<=^|\s)(소 ?관 ?부 ?서|[담주] ?[당관] ?부 ?서|과 {0,3}장|팀 {0,3}장|연 {0,3}락 {0,3}처)(?=[\s:：]|$)/;
const onlyNumbers = /^[☎☏\s]*\(?\d[\d\s,/()~-]*$/;

/** 과 팀 | 장 장: two labels set row by row, their first syllables in one cell and the second in the next. */
const rowsOfLabels = new Map<string, ContactRole[]>([
  ["과팀장장", [ContactRole.DIVISION_HEAD, ContactRole.TEAM_HEAD]],
  ["팀과장장", [ContactRole.TEAM_HEAD, ContactRole.DIVISION_HEAD]],
]);

/** Whether a line of the header has contacts. */
export const hasContactLabel = (line: Line): boolean =>
  cellsOf(line).some(({ raw }) => lookUp(printedWord(raw), labels) || labelInText.test(withoutTags(raw))) ||
  transposedAt(line) !== undefined;

/** Labels that are set row by row: index of their cell, number of cells, and roles; undefined if there are none. */
export function transposedAt(line: Line): { index: number; cells: number; roles: ContactRole[] } | undefined {
  const words = cellsOf(line).map(({ raw }) => printedWord(raw));
  for (const [index, word] of words.entries()) {
    for (const cells of [1, 2]) {
      const roles = rowsOfLabels.get(cells === 1 ? word : word + (words[index + 1] ?? ""));
      if (roles) return { index, cells, roles };
    }
  }
  return undefined;
}

/** The tokens of a contact line, in order. */
export function contactTokens(line: Line): ContactToken[] {
  const transposed = transposedAt(line);
  return cellsOf(line).flatMap(({ raw, column }, index): ContactToken[] => {
    const place = { line, column: line.text.includes("\t") ? column : null, quote: raw.trim() };
    const behind = transposed ? index - transposed.index : -1;
    if (transposed && behind === 0)
      return transposed.roles.map((label) => ({ ...place, type: "LABEL", label, misprintOf: null }));
    if (transposed && behind > 0 && behind < transposed.cells) return [];
    const whole = lookUp(printedWord(raw), labels);
    // 곽장 may be a name.
    if (whole && (whole.misprintOf === null || printedWord(raw).length > 2))
      return [{ ...place, type: "LABEL", label: whole.meaning, misprintOf: whole.misprintOf }];
    if (isBlank(raw)) return [{ ...place, type: "BLANK" }];
    return withoutTags(raw)
      .split(labelInText)
      .flatMap((piece): ContactToken[] => {
        const text = piece.replace(/^\s*[:：]/, "").trim();
        const label = labels.get(text.replace(/\s/g, ""));
        if (label) return [{ ...place, type: "LABEL", label, misprintOf: null }];
        return text === "" ? [] : splitNumbers(plainText(text)).map((token) => ({ ...place, ...token }));
      });
  });
}

/** 윤 3540 is a name and a number; 3540 3721 are two numbers. */
function splitNumbers(
  text: string,
): ({ type: "WORDS"; text: string } | { type: "NUMBERS"; numbers: string[] })[] {
  if (onlyNumbers.test(text)) return [{ type: "NUMBERS", numbers: numbersIn(text) }];
  const at = text.search(/(?<=^|[\s(☎])\d[\d-]{2,}/);
  const words = at < 0 ? text : text.slice(0, at).replace(/[\s☎☏(]+$/, "");
  const rest = at < 0 ? "" : text.slice(at).replace(/\)$/, "");
  const nameTokens = words === "" ? [] : [{ type: "WORDS" as const, text: words }];
  if (rest === "") return nameTokens;
  if (!onlyNumbers.test(rest)) return [{ type: "WORDS", text }];
  return [...nameTokens, { type: "NUMBERS", numbers: numbersIn(rest) }];
}

const numbersIn = (text: string): string[] =>
  text
    .replace(/[☎☏]/g, " ")
    .split(/[\s,/]+/)
    .filter((number) => number !== "");
