import { nearest } from "../../../schema/core/nearest.ts";
import { particle } from "../../../schema/core/particle.ts";
import { findMalformedText } from "../../../schema/core/well-formed-text.ts";
import type { MappingProblems } from "./mapping-problem.ts";

type Path = readonly string[];

/** Longer texts are no headings or words of a table. */
const longestText = 1_000;

/** The entries of an object; undefined, with a problem, if the value is none. `__proto__` is a key like any other. */
export function readObject(
  value: unknown,
  path: Path,
  problems: MappingProblems,
): Map<string, unknown> | undefined {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    const entries = Object.entries(value);
    for (const [key] of entries) readText(key, path, problems);
    return new Map(entries);
  }
  return problems.add(path, "{ }로 된 객체여야 합니다.", "This must be an object in { }.");
}

/** Reports the keys that are not known, each with the nearest one that is. */
export function refuseUnknownKeys(
  entries: ReadonlyMap<string, unknown>,
  known: readonly string[],
  path: Path,
  problems: MappingProblems,
): void {
  for (const key of entries.keys()) {
    if (known.includes(key)) continue;
    const near = nearest(key, known)!;
    problems.add(
      [...path, key],
      `이런 항목은 없습니다. 가장 가까운 것은 ${near}입니다. 쓸 수 있는 항목: ${known.join(", ")}.`,
      `There is no such key; the nearest is ${near}. Known keys: ${known.join(", ")}.`,
    );
  }
}

/** A text; undefined, with a problem, if the value is none. */
export function readText(value: unknown, path: Path, problems: MappingProblems): string | undefined {
  if (typeof value !== "string")
    return problems.add(path, "따옴표로 묶은 글이어야 합니다.", "This must be a text in quotes.");
  if (value.length > longestText)
    return problems.add(
      path,
      `${longestText}자보다 깁니다.`,
      `This has more than ${longestText} characters.`,
    );
  if (findMalformedText(value, "") !== null)
    return problems.add(
      path,
      "쓸 수 없는 문자(U+0000 또는 짝이 없는 서로게이트)가 있습니다.",
      "This contains U+0000 or a lone surrogate.",
    );
  return value.normalize("NFC");
}

/** A text that is not blank. */
export function readName(value: unknown, path: Path, problems: MappingProblems): string | undefined {
  const text = readText(value, path, problems);
  if (text === undefined || text.trim() !== "") return text;
  return problems.add(path, "비어 있습니다.", "This is empty.");
}

/** A list of texts that are not blank. */
export function readNames(value: unknown, path: Path, problems: MappingProblems): string[] | undefined {
  if (!Array.isArray(value))
    return problems.add(path, "[ ]로 된 목록이어야 합니다.", "This must be a list in [ ].");
  const names = value.map((one, index) => readName(one, [...path, String(index)], problems));
  return names.every((name) => name !== undefined) ? names : undefined;
}

/** Texts by texts. */
export function readWords(
  value: unknown,
  path: Path,
  problems: MappingProblems,
): Map<string, string> | undefined {
  const entries = readObject(value, path, problems);
  if (!entries) return undefined;
  const words = [...entries].map(([word, meaning]): [string, string | undefined] => [
    word.normalize("NFC"),
    readText(meaning, [...path, word], problems),
  ]);
  if (words.length === 0) return problems.add(path, "비어 있습니다.", "This is empty.");
  return words.every(([, meaning]) => meaning !== undefined)
    ? new Map(words as [string, string][])
    : undefined;
}

/** One of the known texts; undefined, with a problem that names the nearest, for any other. */
export function readKnown(
  value: unknown,
  known: readonly string[],
  path: Path,
  problems: MappingProblems,
): string | undefined {
  const text = readName(value, path, problems);
  if (text === undefined || known.includes(text)) return text;
  const near = nearest(text, known)!;
  return problems.add(
    path,
    `${particle(`‘${text}’`, "은")} 쓸 수 없습니다. 가장 가까운 것은 ‘${near}’입니다. 쓸 수 있는 것: ${known.join(", ")}.`,
    `${text} is not known here; the nearest is ${near}. Known: ${known.join(", ")}.`,
  );
}
