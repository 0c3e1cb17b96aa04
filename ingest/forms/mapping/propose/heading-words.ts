import type { Localized } from "../../../../schema/core/localized.ts";
import type { FeedColumn } from "../../../../schema/feeds/feed.ts";
import { parseHeading } from "../../feed/heading.ts";
import { looseHeading } from "../printed-headings.ts";
import type { Certainty } from "./proposal.ts";

/** How a printed heading resembles a feed's; the higher the score, the more. */
export interface WordMatch {
  score: number;
  certainty: Certainty;
  reason: Localized;
}

/** The texts that a path of headings can be read as: 공약/번호 as 공약번호, 인원(명)/계획 as 계획인원 or 계획. */
function readings(path: string): { whole: string[]; last: string } {
  const names = path.split("/").map((part) => parseHeading(part).name);
  const last = names.at(-1)!;
  return { whole: [names.join(""), names.toReversed().join(""), looseHeading(path)], last };
}

/** Compares a printed heading with a column of a feed; null if they have nothing in common. */
export function matchWords(path: string, { heading, synonyms = [] }: FeedColumn): WordMatch | null {
  const { whole, last } = readings(path);
  const name = looseHeading(heading);
  if (whole.includes(name)) return { score: 100, certainty: "CERTAIN", reason: sameWord };
  const known = synonyms.map(looseHeading);
  const synonym = known.find((word) => whole.includes(word));
  if (synonym !== undefined) return { score: 80, certainty: "LIKELY", reason: synonymOf(heading) };
  if (last === name) return { score: 75, certainty: "LIKELY", reason: sameWord };
  if (known.includes(last)) return { score: 60, certainty: "LIKELY", reason: synonymOf(heading) };
  const isPart = last.length >= 2 && (last.includes(name) || name.includes(last));
  return isPart ? { score: 40, certainty: "UNSURE", reason: similar(heading) } : null;
}

const sameWord: Localized = { ko: "같은 낱말입니다", en: "the same word" };
const synonymOf = (heading: string): Localized => ({
  ko: `‘${heading}’의 다른 말로 알려져 있습니다`,
  en: `a known synonym of ${heading}`,
});
const similar = (heading: string): Localized => ({
  ko: `‘${heading}’와(과) 글자가 겹칠 뿐입니다`,
  en: `only shares letters with ${heading}`,
});
