import { draftFinding, type FindingDraft } from "../../../draft-finding.ts";
import type { StatementPiece } from "../statements/outline.ts";

/** A lot code and the name before it: 고양 삼송 A-12BL. */
interface NamedLot {
  name: string;
  /** The code without hyphens: A12. */
  code: string;
  printed: string;
  /** Index of its text, and the index of the code in it. */
  text: number;
  at: number;
}

const lotCode = /([A-Z]{1,2})\s?-?\s?(\d{1,3}(?:-\d{1,2})?)\s?(?:BL|블록|블럭)/g;
/** A character that ends a name, searching backwards from the lot code. */
const beforeName = /[^가-힣0-9A-Za-z\s]/;
const conjunction = /^(및|와|과|또는|등|내|중|인|의)$/;
const maxNameLength = 40;

/** NAME_VARIANT for different names before the same lot code (ignoring hyphens), on each line that has one. */
export function unlikeLotNames(pieces: StatementPiece[]): FindingDraft[] {
  const reportedKeys = new Set<string>();
  return unlikeLots(pieces.map(({ text }) => text)).flatMap(({ lot, other }) => {
    const [place, otherPlace] = [pieces[lot.text]!, pieces[other.text]!];
    const key = `${place.line} ${lot.code}`;
    if (reportedKeys.has(key)) return [];
    reportedKeys.add(key);
    return [variant(lot, place, other, otherPlace)];
  });
}

/** The lots whose code has a different name elsewhere, each with the first of those. */
export function unlikeLots(texts: string[]): { lot: NamedLot; other: NamedLot }[] {
  const byCode = new Map<string, NamedLot[]>();
  for (const [text, words] of texts.entries()) {
    for (const match of words.matchAll(lotCode)) {
      const name = nameBefore(words.slice(Math.max(0, match.index - maxNameLength), match.index));
      if (name === "") continue;
      const code = `${match[1]}${match[2]!.replaceAll("-", "")}`;
      const lot = { name, code, printed: `${name} ${match[0]}`, text, at: match.index };
      const others = byCode.get(code);
      if (others) others.push(lot);
      else byCode.set(code, [lot]);
    }
  }
  return [...byCode.values()].flatMap((lots) => {
    const firstOf = new Map<string, NamedLot>();
    for (const lot of lots) if (!firstOf.has(lot.name)) firstOf.set(lot.name, lot);
    const lotsByName = [...firstOf.values()];
    const others = new Map(
      lotsByName.map(({ name }) => [name, lotsByName.find((other) => !isSameName(other.name, name))]),
    );
    return lots.flatMap((lot) => {
      const other = others.get(lot.name);
      return other ? [{ lot, other }] : [];
    });
  });
}

/** The last two words before a lot code, back to a comma, bracket or colon. */
function nameBefore(text: string): string {
  const words = text.split(beforeName).at(-1)!.trim().split(/\s+/);
  const since = words.findLastIndex((word) => conjunction.test(word) || /(?:BL|블록|블럭)/.test(word));
  return words
    .slice(since + 1)
    .slice(-2)
    .join(" ");
}

/**
 * Names are the same if the last word of one ends with that of the other: 고양행신2 and 행신2, 삼송 and 고양 삼송.
 */
function isSameName(one: string, other: string): boolean {
  const [a, b] = [one.split(" ").at(-1)!, other.split(" ").at(-1)!];
  return a.endsWith(b) || b.endsWith(a);
}

const variant = (
  { printed }: NamedLot,
  { line, column }: StatementPiece,
  other: NamedLot,
  otherPlace: StatementPiece,
): FindingDraft =>
  draftFinding(
    "NAME_VARIANT",
    { line, column, quote: printed },
    `같은 블록 번호 앞의 이름이 서로 다릅니다: ‘${printed}’(${line}번째 줄)과 ‘${other.printed}’(${otherPlace.line}번째 줄). 어느 쪽이 맞는지 확인하십시오.`,
    `Different names precede the same lot code: “${printed}” (line ${line}) and “${other.printed}” (line ${otherPlace.line}). Check which one is correct.`,
  );
