import type { Feed, FeedColumn } from "../../../schema/feeds/feed.ts";
import { readKnown, readName, readObject, refuseUnknownKeys } from "./json-shape.ts";
import type { Template, Unpivot } from "./mapping.ts";
import type { MappingProblems } from "./mapping-problem.ts";
import { readTemplate } from "./read-column-source.ts";

const keys = ["column", "members", "measures"];
/** More columns than this have no words that people wrote down one by one. */
const mostMembers = 1_000;

/** Reads which columns stand side by side; undefined, with problems, if that is invalid. */
export function readUnpivot(feed: Feed, value: unknown, problems: MappingProblems): Unpivot | undefined {
  const path = ["unpivot"];
  const entries = readObject(value, path, problems);
  if (!entries) return undefined;
  refuseUnknownKeys(entries, keys, path, problems);
  const headings = feed.columns.map(({ heading }) => heading);
  const heading = readKnown(entries.get("column"), headings, [...path, "column"], problems);
  const column = feed.columns.find((one) => one.heading === heading);
  const measures = readMeasures(feed, entries.get("measures"), problems);
  const members = column && readMembers(column, entries.get("members"), problems);
  if (!column || !members || !measures) return undefined;
  if (!column.key)
    return problems.add(
      [...path, "column"],
      "행을 식별하는 열이어야 합니다. 그렇지 않으면 한 줄이 같은 키의 여러 행이 됩니다.",
      "This must be a key column: otherwise one line becomes several rows with the same key.",
    );
  return { column, members, measures };
}

function readMembers(
  column: FeedColumn,
  value: unknown,
  problems: MappingProblems,
): Map<string, Template> | undefined {
  const path = ["unpivot", "members"];
  const entries = readObject(value, path, problems);
  if (!entries) return undefined;
  if (entries.size === 0) return problems.add(path, "비어 있습니다.", "This is empty.");
  if (entries.size > mostMembers)
    return problems.add(path, `${mostMembers}개보다 많습니다.`, `These are more than ${mostMembers}.`);
  const members = new Map<string, Template>();
  for (const [word, meaning] of entries) {
    const template = readTemplate(column, meaning, [...path, word], problems);
    if (word.trim() === "") problems.add([...path, word], "비어 있습니다.", "This is empty.");
    if (template) members.set(word.normalize("NFC"), template);
  }
  return members.size === entries.size ? members : undefined;
}

function readMeasures(
  feed: Feed,
  value: unknown,
  problems: MappingProblems,
): Map<FeedColumn, string> | undefined {
  const path = ["unpivot", "measures"];
  const entries = readObject(value, path, problems);
  if (!entries) return undefined;
  if (entries.size === 0) return problems.add(path, "비어 있습니다.", "This is empty.");
  refuseUnknownKeys(
    entries,
    feed.columns.map(({ heading }) => heading),
    path,
    problems,
  );
  const measures = new Map<FeedColumn, string>();
  for (const column of feed.columns) {
    if (!entries.has(column.heading)) continue;
    const at = [...path, column.heading];
    const pattern = readName(entries.get(column.heading), at, problems);
    if (pattern !== undefined && !pattern.includes("{}"))
      problems.add(
        at,
        "인쇄된 낱말이 들어갈 {}가 없습니다.",
        "This lacks the {} that stands for the printed word.",
      );
    if (column.key) problems.add(at, "식별 항목은 여기에 쓸 수 없습니다.", "A key column cannot stand here.");
    if (pattern !== undefined) measures.set(column, pattern);
  }
  return measures;
}
