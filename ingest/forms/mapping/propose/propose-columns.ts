import type { Localized } from "../../../../schema/core/localized.ts";
import type { Feed, FeedColumn } from "../../../../schema/feeds/feed.ts";
import { matchWords } from "./heading-words.ts";
import type { Certainty } from "./proposal.ts";
import { type IsKnown, shareOfValues, type TableSample } from "./table-sample.ts";

/** A printed column for a column of a feed. */
export interface ColumnMatch {
  column: FeedColumn;
  index: number;
  score: number;
  certainty: Certainty;
  reason: Localized;
}

/** Kinds of cells that hardly anything else looks like. */
const distinctive = ["businessNumber", "quarter"];

/** The best printed column for each column of a feed, none twice. `taken` are not considered. */
export function matchColumns(
  sample: TableSample,
  feed: Feed,
  taken: ReadonlySet<number>,
  isKnown: IsKnown,
): ColumnMatch[] {
  const candidates = feed.columns.flatMap((column) =>
    sample.headings.paths.flatMap((path, index) => {
      if (path === null || taken.has(index)) return [];
      return matchColumn(sample, column, path, index, isKnown) ?? [];
    }),
  );
  const matches: ColumnMatch[] = [];
  for (const one of candidates.toSorted((first, second) => second.score - first.score)) {
    if (matches.some(({ column, index }) => column === one.column || index === one.index)) continue;
    const rival = candidates.some(
      (other) => other.column === one.column && other.index !== one.index && other.score === one.score,
    );
    matches.push(rival ? { ...one, certainty: "UNSURE" } : one);
  }
  return matches;
}

function matchColumn(
  sample: TableSample,
  column: FeedColumn,
  path: string,
  index: number,
  isKnown: IsKnown,
): ColumnMatch | null {
  const words = matchWords(path, column);
  const share = shareOfValues(sample, index, column, isKnown);
  const isTyped = column.type.is !== "text" || column.references !== undefined;
  if (!words) {
    const isLikeIt =
      share !== null && share > 0.9 && (distinctive.includes(column.type.is) || column.references);
    return isLikeIt ? { column, index, score: 30 + share, certainty: "UNSURE", reason: valuesOnly } : null;
  }
  // Choices may be named otherwise, and yes or no may be a mark.
  const isFree = column.type.is === "choice" || column.type.is === "yesNo";
  if (isTyped && !isFree && share !== null && share < 0.5) {
    if (column.references === undefined) return null;
    return {
      column,
      index,
      ...words,
      score: words.score - 20,
      certainty: "UNSURE",
      reason: both(words.reason, unlike),
    };
  }
  if (!isTyped || share === null || share < 0.9) return { column, index, ...words };
  return { column, index, ...words, score: words.score + 10, reason: both(words.reason, alike) };
}

const both = (one: Localized, other: Localized): Localized => ({
  ko: `${one.ko}, ${other.ko}`,
  en: `${one.en}; ${other.en}`,
});
const alike: Localized = { ko: "값도 그렇게 보입니다", en: "the values look like it" };
const unlike: Localized = { ko: "값이 허브가 아는 것과 다릅니다", en: "the hub does not know its values" };
const valuesOnly: Localized = { ko: "값이 그렇게 보일 뿐입니다", en: "only the values look like it" };
