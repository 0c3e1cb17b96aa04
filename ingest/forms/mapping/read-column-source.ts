import type { FeedColumn } from "../../../schema/feeds/feed.ts";
import { CellProblem } from "../feed/cell-problem.ts";
import { cellReader } from "../feed/cell-reader.ts";
import { headingOf } from "../feed/heading.ts";
import {
  readKnown,
  readName,
  readNames,
  readObject,
  readText,
  readWords,
  refuseUnknownKeys,
} from "./json-shape.ts";
import { type ColumnSource, parseTemplate, type Template } from "./mapping.ts";
import type { MappingProblems } from "./mapping-problem.ts";

type Path = readonly string[];

const kinds = ["from", "value", "marked", "option"];

/** Reads where a column comes from; undefined, with problems, if that is invalid. */
export function readColumnSource(
  column: FeedColumn,
  value: unknown,
  path: Path,
  problems: MappingProblems,
): ColumnSource | undefined {
  const entries = readObject(value, path, problems);
  if (!entries) return undefined;
  const present = kinds.filter((kind) => entries.has(kind));
  const [kind] = present;
  if (present.length > 1)
    return problems.add(
      path,
      `${present.join(", ")} 가운데 하나만 쓰십시오.`,
      `Use only one of ${present.join(", ")}.`,
    );
  refuseUnknownKeys(
    entries,
    kind === "from" ? ["from", "values", "prefix"] : kind ? [kind] : kinds,
    path,
    problems,
  );
  const at = [...path, kind ?? ""];
  switch (kind) {
    case "from":
      return readPrinted(column, entries, path, problems);
    case "value": {
      const template = readTemplate(column, entries.get("value"), at, problems);
      return template && { is: "constant", template };
    }
    case "marked": {
      const words = readWords(entries.get("marked"), at, problems);
      for (const [heading, word] of words ?? []) checkWord(column, word, [...at, heading], problems);
      return words && { is: "marked", words };
    }
    case "option":
      readKnown(entries.get("option"), ["quarter"], at, problems);
      if (column.type.is !== "quarter")
        return problems.add(
          at,
          "분기가 들어가는 열에만 쓸 수 있습니다.",
          "Only a column of quarters can have this.",
        );
      return { is: "quarterOption" };
    default:
      return problems.add(
        path,
        `${kinds.join(", ")} 가운데 하나가 있어야 합니다.`,
        `This needs one of ${kinds.join(", ")}.`,
      );
  }
}

function readPrinted(
  column: FeedColumn,
  entries: ReadonlyMap<string, unknown>,
  path: Path,
  problems: MappingProblems,
): ColumnSource | undefined {
  const from = entries.get("from");
  const read = Array.isArray(from) ? readNames : readName;
  const headings = [read(from, [...path, "from"], problems) ?? []].flat();
  if (Array.isArray(from) && from.length === 0)
    problems.add([...path, "from"], "비어 있습니다.", "This is empty.");
  const words = entries.has("values")
    ? readWords(entries.get("values"), [...path, "values"], problems)
    : undefined;
  for (const [word, meaning] of words ?? []) checkWord(column, meaning, [...path, "values", word], problems);
  const prefix = entries.has("prefix") ? readText(entries.get("prefix"), [...path, "prefix"], problems) : "";
  if (prefix && column.type.is !== "text")
    problems.add(
      [...path, "prefix"],
      "글이 들어가는 열에만 쓸 수 있습니다.",
      "Only a column of texts can have this.",
    );
  if (headings.length === 0) return undefined;
  return { is: "printed", headings, words: words ?? new Map(), prefix: prefix ?? "" };
}

/** Reads a constant with headings in braces. What it says without them must be a value of the column. */
export function readTemplate(
  column: FeedColumn,
  value: unknown,
  path: Path,
  problems: MappingProblems,
): Template | undefined {
  const text = readName(value, path, problems);
  if (text === undefined) return undefined;
  const template = parseTemplate(text);
  if (template.some((part) => typeof part !== "string" && part.heading.trim() === ""))
    return problems.add(path, "{ } 안에 머리글을 쓰십시오.", "Write a heading into the braces.");
  if (template.some((part) => typeof part === "string" && /[{}]/.test(part)))
    return problems.add(path, "{ 와 }의 짝이 맞지 않습니다.", "A brace is unmatched.");
  if (template.every((part) => typeof part === "string")) checkWord(column, text, path, problems);
  return template;
}

/** Reports a word that is no value of its column. */
function checkWord(column: FeedColumn, word: string, path: Path, problems: MappingProblems): void {
  const value = cellReader(column, 1n)(word);
  if (!(value instanceof CellProblem)) return;
  const heading = headingOf(column);
  problems.add(path, `‘${word}’ → ${heading}: ${value.ko}`, `${word} → ${heading}: ${value.en}`);
}
