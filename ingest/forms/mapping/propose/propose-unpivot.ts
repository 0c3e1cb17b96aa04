import type { Localized } from "../../../../schema/core/localized.ts";
import type { Feed, FeedColumn } from "../../../../schema/feeds/feed.ts";
import { displayText } from "../../../documents/table.ts";
import { looseHeading } from "../printed-headings.ts";
import { matchWords } from "./heading-words.ts";
import type { Certainty } from "./proposal.ts";
import { type IsKnown, shareOfValues, type TableSample } from "./table-sample.ts";

/** Columns side by side that become rows. */
export interface UnpivotMatch {
  column: FeedColumn;
  /** The feed's value by the printed word; null: the year is not printed anywhere. */
  members: Map<string, string | null>;
  measures: { column: FeedColumn; pattern: string; certainty: Certainty; reason: Localized }[];
  indexes: number[];
}

/** Headings that differ in the member only: 계획/국비, 계획/도비 are of 계획/{}. */
type Patterns = Map<string, Map<string, number>>;

/** The columns of a table that stand side by side for one column of a feed; null if there are none. */
export function matchUnpivot(sample: TableSample, feed: Feed, isKnown: IsKnown): UnpivotMatch | null {
  const matches = feed.columns.flatMap((column) =>
    column.key ? (matchKey(sample, feed, column, isKnown) ?? []) : [],
  );
  return matches.toSorted((one, other) => other.indexes.length - one.indexes.length)[0] ?? null;
}

function matchKey(
  sample: TableSample,
  feed: Feed,
  column: FeedColumn,
  isKnown: IsKnown,
): UnpivotMatch | null {
  const words = memberWords(column);
  const patterns: Patterns = new Map();
  for (const [index, path] of sample.headings.paths.entries()) {
    const member =
      path === null ? undefined : words.find((word) => partsOf(path).some((part) => isMember(part, word)));
    if (path === null || member === undefined) continue;
    const at = path.lastIndexOf(member);
    if (at < 0) continue;
    const from = isTime(column) ? periodFrom(path, at) : at;
    const pattern = `${path.slice(0, from)}{}${path.slice(at + member.length)}`;
    const printed = path.slice(from, at + member.length);
    patterns.set(pattern, (patterns.get(pattern) ?? new Map()).set(printed, index));
  }
  const sideBySide = [...patterns].filter(([, members]) => members.size > 1);
  const measures = sideBySide.flatMap(([pattern, members]) => {
    const found = measureOf(sample, feed, pattern, [...members.values()], isKnown);
    return found ? [{ ...found, pattern }] : [];
  });
  const once = measures.filter(
    (one, at) => measures.findIndex((other) => other.column === one.column) === at,
  );
  if (once.length === 0) return null;
  const used = sideBySide
    .filter(([pattern]) => once.some((one) => one.pattern === pattern))
    .map(([, members]) => members);
  const shared = [...used[0]!.keys()].filter((member) => used.every((members) => members.has(member)));
  return {
    column,
    members: new Map(shared.map((member) => [member, memberValue(sample, column, member)])),
    measures: once,
    indexes: used.flatMap((members) => shared.map((member) => members.get(member)!)),
  };
}

const months = Array.from({ length: 12 }, (_, index) => `${12 - index}월`);
const quarters = [1, 2, 3, 4].flatMap((number) => [`${number}/4분기`, `${number}분기`]);

/** The words that may stand for values of a column, longer ones first. */
function memberWords({ type, key }: FeedColumn): string[] {
  if (!key) return [];
  if (type.is === "month") return months;
  if (type.is === "quarter") return quarters;
  return type.is === "choice"
    ? Object.keys(type.choices).toSorted((one, other) => other.length - one.length)
    : [];
}

const isTime = ({ type }: FeedColumn): boolean => type.is === "month" || type.is === "quarter";

const periodsBefore = /(?:(?:(?:(?:19|20)\d{2}|'\d{2})\s*년?도?|상반기|하반기|[1-4](?:\/4)?분기)[\s/.]*)+$/;

/** Where a period begins that the words before a month or quarter narrow down: 2025년/상반기/1월. */
const periodFrom = (path: string, at: number): number => periodsBefore.exec(path.slice(0, at))?.index ?? at;

const partsOf = (path: string): string[] => path.split(/[/\s]/);
const isMember = (part: string, word: string): boolean => looseHeading(part) === looseHeading(word);

/** The column of the feed that a pattern is of: by its words without the member, or the only amount that there is. */
function measureOf(
  sample: TableSample,
  feed: Feed,
  pattern: string,
  indexes: readonly number[],
  isKnown: IsKnown,
): { column: FeedColumn; certainty: Certainty; reason: Localized } | null {
  const amounts = feed.columns.filter(
    ({ key, type }) => !key && ["won", "count", "percent"].includes(type.is),
  );
  const fitting = amounts.filter((column) =>
    indexes.every((index) => (shareOfValues(sample, index, column, isKnown) ?? 1) > 0.5),
  );
  const words = pattern
    .replace("{}", "")
    .split("/")
    .filter((word) => word.trim() !== "")
    .join("/");
  const matches = fitting.flatMap((column) => {
    const match = words === "" ? null : matchWords(words, column);
    return match ? [{ column, ...match }] : [];
  });
  const best = matches.toSorted((one, other) => other.score - one.score)[0];
  if (best) return best;
  const [only] = fitting;
  if (words !== "" || !only) return null;
  const title = [sample.table.sheet ?? "", ...titlesOf(sample)].join(" ");
  const isTitled = [only.heading, ...(only.synonyms ?? [])].some((word) => title.includes(word));
  return isTitled
    ? {
        column: only,
        certainty: "LIKELY",
        reason: { ko: "표의 제목에 있는 말입니다", en: "the title names it" },
      }
    : {
        column: only,
        certainty: "UNSURE",
        reason: { ko: "값이 그렇게 보일 뿐입니다", en: "only the values look like it" },
      };
}

/** Texts above the headings. */
export const titlesOf = ({ headings }: TableSample): string[] =>
  headings.above.flatMap(({ cells }) => cells.map(displayText)).filter((text) => text.trim() !== "");

/** The feed's value for a member; months and quarters take the year that they print, that of a column, the sheet or the title. */
function memberValue(sample: TableSample, column: FeedColumn, member: string): string | null {
  if (!isTime(column)) return member;
  const ofRow = sample.headings.paths.find(
    (path) => path !== null && /^(회계)?[연년]도$/.test(looseHeading(path)),
  );
  const printed = /(?:19|20)\d{2}|(?<=')\d{2}/.exec(member)?.[0];
  const year = printed ? printed.padStart(4, "20") : ofRow ? `{${ofRow}}` : yearIn(sample);
  const number = memberWords(column)
    .find((word) => member.endsWith(word))!
    .match(/\d+/)![0];
  if (year === null) return null;
  return column.type.is === "month" ? `${year}-${number.padStart(2, "0")}` : `${year}-Q${number}`;
}

/** The only year that the sheet's name or the lines above the table print; null for none or several. */
function yearIn(sample: TableSample): string | null {
  const ofSheet = new Set((sample.table.sheet ?? "").match(/(?:19|20)\d{2}/g));
  const years =
    ofSheet.size > 0
      ? ofSheet
      : new Set(
          titlesOf(sample)
            .join("\n")
            .match(/(?:19|20)\d{2}/g),
        );
  return years.size === 1 ? [...years][0]! : null;
}
