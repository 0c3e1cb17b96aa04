import { FigureUnit } from "../../../../../schema/subjects/report/stated-kinds.ts";

/** A unit as it stands after a number. */
interface UnitRule {
  unit: FigureUnit;
  /** Pattern of its words. */
  words: RegExp;
  /** What may follow the words directly; nothing may that makes another word of them: 개소식, 회의, 원룸. */
  tail: RegExp;
  /** Words of which one has to follow after a blank, as the number may be part of a name: 3회 한마당, 1인 가구. */
  follower?: RegExp;
  whole: boolean;
}

const edge = "(?![가-힣A-Za-z0-9²])";
const particles = "을|를|이|가|은|는|에|에서|에게|로|으로|과|와|도|이며|이고|임";
const word = (more = ""): RegExp => new RegExp(`^(?:(?:${particles}${more}))?${edge}`);
const symbol = /^(?![A-Za-z0-9²]|대|선|당|포인트|\s?[pP](?![A-Za-z]))/;
/** Nouns of what was done so many times, or by so many. */
const deed =
  /^(?:개최|실시|운영|진행|추진|시행|참가|참여|완료|예정|방문|홍보|보도|상담|점검|선발|채용|위촉|수료|이수|배출|모집|양성|게재)/;

const rules: readonly UnitRule[] = [
  { unit: FigureUnit.PLACE, words: /^(?:개소|개 소)/, tail: word("|의"), whole: true },
  { unit: FigureUnit.ENTERPRISE, words: /^(?:(?:개 ?)?업체|개 ?사)/, tail: word("|의"), whole: true },
  { unit: FigureUnit.ITEM, words: /^개(?! ?(?:월|년)(?![가-힣]))/, tail: word("|의"), whole: true },
  { unit: FigureUnit.ITEM, words: /^건/, tail: word("|의"), whole: true },
  { unit: FigureUnit.PERSON, words: /^명/, tail: word("|의"), whole: true },
  { unit: FigureUnit.PERSON, words: /^인/, tail: word(), follower: deed, whole: true },
  { unit: FigureUnit.TIME, words: /^회/, tail: word(), follower: deed, whole: true },
  { unit: FigureUnit.WON, words: /^원/, tail: word("|의"), whole: true },
  { unit: FigureUnit.SQUARE_METRE, words: /^(?:㎡|m²|m2|제곱미터)/i, tail: symbol, whole: false },
  { unit: FigureUnit.PERCENT, words: /^(?:%|퍼센트)/, tail: symbol, whole: false },
];

/** A unit that follows a number; `length` counts from the end of the number to the end of its words. */
export interface FoundUnit {
  unit: FigureUnit;
  words: string;
  length: number;
  whole: boolean;
}

/** The unit at the beginning of a text that follows a number; null if there is none, or only something like one. */
export function unitAfter(text: string): FoundUnit | null {
  const blank = text.startsWith(" ") ? 1 : 0;
  const rest = text.slice(blank);
  for (const { unit, words, tail, follower, whole } of rules) {
    const match = words.exec(rest);
    if (!match) continue;
    const after = rest.slice(match[0].length);
    // 2 건의 처리: a number of its own, and then a word that only begins like a unit.
    if (!(blank ? symbolOrEdge(unit, after) : tail.test(after))) continue;
    const next = /^ +([가-힣]+)/.exec(after);
    if (follower && next && !follower.test(next[1]!)) return null;
    return { unit, words: match[0], length: blank + match[0].length, whole };
  }
  return null;
}

const wordEdge = new RegExp(`^${edge}`);
const symbolOrEdge = (unit: FigureUnit, after: string): boolean =>
  (unit === FigureUnit.SQUARE_METRE || unit === FigureUnit.PERCENT ? symbol : wordEdge).test(after);
