import { distance } from "fastest-levenshtein";
import { normalizeWord } from "../../../../schema/core/normalize-word.ts";
import type { FeedColumn } from "../../../../schema/feeds/feed.ts";
import { CellProblem } from "../../feed/cell-problem.ts";
import { cellReader } from "../../feed/cell-reader.ts";
import { isMark } from "../marks.ts";
import { isEmpty } from "../row-maker.ts";
import { type TableSample, wordsOf } from "./table-sample.ts";

/** The feed's word for each printed word that the feed does not read itself; null: none resembles it. */
export function matchWordsOfCells(
  sample: TableSample,
  index: number,
  column: FeedColumn,
): Map<string, string | null> {
  const { type } = column;
  const read = cellReader(column, 1n);
  const unread = wordsOf(sample, index).filter((word) => read(word) instanceof CellProblem);
  if (type.is === "choice") {
    const choices = Object.keys(type.choices);
    return new Map(unread.map((word) => [word, similarChoice(word, choices)]));
  }
  const words = new Map<string, string | null>();
  if (type.is !== "yesNo") return words;
  for (const word of unread) words.set(word, isMark(word) ? "예" : null);
  const isBlankSomewhere = sample.rows.some(({ cells }) => isEmpty(cells[index]));
  const isAlwaysYes = wordsOf(sample, index).every((word) => isMark(word) || read(word) === true);
  if (isBlankSomewhere && isAlwaysYes) words.set("", "아니오");
  return words;
}

/** The choice that shares most letters with a word, if only one does: 사회적기업(예비) is 예비사회적기업. */
function similarChoice(word: string, choices: readonly string[]): string | null {
  const letters = sortedLetters(word);
  const scores = choices.map((choice) => ({
    choice,
    score: distance(letters, sortedLetters(choice)) / Math.max(letters.length, 1),
  }));
  const [first, second] = scores.toSorted((one, other) => one.score - other.score);
  return first && first.score <= 0.5 && first.score < (second?.score ?? 1) ? first.choice : null;
}

const sortedLetters = (word: string): string =>
  [...normalizeWord(word).replace(/[()[\]]/g, "")].toSorted().join("");
