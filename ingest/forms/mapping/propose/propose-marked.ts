import type { Feed, FeedColumn } from "../../../../schema/feeds/feed.ts";
import { isMark } from "../marks.ts";
import { looseHeading } from "../printed-headings.ts";
import { cellsOf, type TableSample } from "./table-sample.ts";

/** Columns in which a mark stands for a value. */
export interface MarkedMatch {
  column: FeedColumn;
  /** The feed's word by the printed heading. */
  words: Map<string, string>;
  indexes: number[];
  /** Whether every heading is the feed's own word. */
  isExact: boolean;
}

/** The columns of a table whose headings are choices of a column and whose cells are marks; null if there are none. */
export function matchMarked(sample: TableSample, feed: Feed): MarkedMatch | null {
  for (const column of feed.columns) {
    if (column.type.is !== "choice") continue;
    const choices = Object.keys(column.type.choices);
    const words = new Map<string, string>();
    const indexes: number[] = [];
    let isExact = true;
    for (const [index, path] of sample.headings.paths.entries()) {
      const word = path === null ? undefined : choiceOf(path, choices);
      if (path === null || word === undefined || [...words.values()].includes(word)) continue;
      if (!cellsOf(sample, index).every(isMark)) continue;
      words.set(path, word);
      indexes.push(index);
      isExact &&= looseHeading(path) === looseHeading(word);
    }
    if (indexes.length > 1 && indexes.some((index) => cellsOf(sample, index).length > 0))
      return { column, words, indexes, isExact };
  }
  return null;
}

/** The choice that a heading names, or the only one that contains it. */
export function choiceOf(text: string, choices: readonly string[]): string | undefined {
  const loose = looseHeading(text);
  const same = choices.find((choice) => looseHeading(choice) === loose);
  if (same !== undefined) return same;
  const containing = choices.filter((choice) => loose.length > 1 && looseHeading(choice).includes(loose));
  return containing.length === 1 ? containing[0] : undefined;
}
