import type { Feed, FeedColumn } from "../../../../schema/feeds/feed.ts";
import type { Table } from "../../../documents/table.ts";
import { firstRows, headingCandidates, type PrintedHeadings } from "../printed-headings.ts";
import type { FeedMatch } from "./feed-match.ts";
import type { Proposal } from "./proposal.ts";
import { matchColumns } from "./propose-columns.ts";
import { matchMarked } from "./propose-marked.ts";
import { matchUnpivot } from "./propose-unpivot.ts";
import { type IsKnown, sampleOf, type TableSample } from "./table-sample.ts";
import { writeProposal } from "./write-proposal.ts";

/** Headings that hardly resemble a feed are not tried further. */
const leastScore = 60;
/** Of the rows that may be headings of a feed so many are compared in full. */
const mostCandidates = 8;

/**
 * Proposes how the tables of a file are read: by the sheet, heading rows and feed that fit best. Null if nothing
 * resembles a feed. A second feed that fits as well is said to be one.
 */
export function proposeMapping(
  tables: readonly Table[],
  feeds: readonly Feed[],
  isKnown: IsKnown,
): Proposal | null {
  const matches = tables.flatMap((table) => {
    const candidates = candidatesOf(table);
    return feeds.flatMap((feed) => matchTable(candidates, feed, tables.length > 1, isKnown) ?? []);
  });
  const [best, second] = matches.toSorted((one, other) => other.score - one.score);
  if (!best) return null;
  const rival = second && second.score > best.score * 0.8 && second.feed !== best.feed ? second.feed : null;
  const sameHeadings = matches.filter(
    ({ feed, sample }) => feed === best.feed && sample.table !== best.sample.table,
  );
  return writeProposal(
    best,
    rival,
    sameHeadings.map(({ sample }) => sample.table.sheet),
  );
}

/** Heading rows of a table, with the rows below them once they are needed. */
interface Candidate {
  headings: PrintedHeadings;
  sample(): TableSample;
}

function candidatesOf(table: Table): Candidate[] {
  return [...headingCandidates(firstRows(table))].map((headings) => {
    let sample: TableSample | undefined;
    return { headings, sample: () => (sample ??= sampleOf(table, headings)) };
  });
}

function matchTable(
  candidates: readonly Candidate[],
  feed: Feed,
  hasSheets: boolean,
  isKnown: IsKnown,
): FeedMatch | null {
  const promising = candidates
    .map((candidate) => ({ candidate, words: quickScore(candidate.headings, feed) }))
    .filter(({ words }) => words > 0)
    .toSorted((one, other) => other.words - one.words || rowsOf(one.candidate) - rowsOf(other.candidate))
    .slice(0, mostCandidates);
  let best: FeedMatch | null = null;
  for (const { candidate } of promising) {
    const match = matchHeadings(candidate.sample(), feed, hasSheets, isKnown);
    if (match.score >= leastScore && (!best || isBetter(match, best))) best = match;
  }
  return best;
}

const rowsOf = ({ headings }: Candidate): number => headings.rows.length;

/** Of two that fit alike that of fewer rows is better: the row above it is then a title or a unit. */
const isBetter = (one: FeedMatch, other: FeedMatch): boolean =>
  one.score === other.score
    ? one.sample.headings.rows.length < other.sample.headings.rows.length
    : one.score > other.score;

/** Whether any heading contains a word of the feed; reading rows of data only pays then. */
function quickScore({ paths }: PrintedHeadings, feed: Feed): number {
  const words = feed.columns.flatMap(({ heading, synonyms = [], type }) => [
    ...[heading, ...synonyms],
    ...(type.is === "choice" ? Object.keys(type.choices) : type.is === "month" ? ["월"] : []),
  ]);
  const texts = paths.flatMap((path) => (path === null ? [] : [path.replace(/[\s/]+/g, "")]));
  return texts.filter((text) =>
    words.some((word) => text.includes(word) || (text.length > 1 && word.includes(text))),
  ).length;
}

function matchHeadings(sample: TableSample, feed: Feed, hasSheets: boolean, isKnown: IsKnown): FeedMatch {
  const unpivot = matchUnpivot(sample, feed, isKnown);
  const marked = matchMarked(sample, feed);
  const taken = new Set([...(unpivot?.indexes ?? []), ...(marked?.indexes ?? [])]);
  const elsewhere = (column: FeedColumn): boolean =>
    column === marked?.column ||
    column === unpivot?.column ||
    Boolean(unpivot?.measures.some((one) => one.column === column));
  const columns = matchColumns(sample, feed, taken, isKnown).filter(({ column }) => !elsewhere(column));
  const required = feed.columns.filter((column) => column.key || column.required);
  const found = required.filter(
    (column) => elsewhere(column) || columns.some((one) => one.column === column),
  ).length;
  const words = columns.reduce((sum, { score }) => sum + score, 0) + 60 * taken.size ** 0.5 * 2;
  const share = found / required.length;
  return { feed, sample, hasSheets, columns, marked, unpivot, score: words * share * share };
}
