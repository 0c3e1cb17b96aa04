import { literalMark } from "../../../../documents/literal-mark.ts";

/**
 * Marks as literal what would be read as markup of the form, and the characters at `positions`, so that reading gives
 * the text back letter for letter. Each format writes the marks in its own way.
 */
export function markText(text: string, positions: ReadonlySet<number> = new Set()): string {
  const risky = new Set(positions);
  for (const match of text.matchAll(form)) risky.add(match.index);
  if (text.includes("**")) for (const match of text.matchAll(/\*/g)) risky.add(match.index);
  if (risky.size === 0) return text;
  return Array.from(text.matchAll(/./gsu), (match) =>
    risky.has(match.index) ? literalMark + match[0] : match[0],
  ).join("");
}

/** Tabs, line breaks and marks, the beginnings of entities and tags, bullets between spaces. */
const form = new RegExp(
  `[\\t\\r\\n${literalMark}]|&(?=#?[0-9A-Za-z]+;)|<(?=[/A-Za-z])|(?<=^|\\s)[○●◯❍◦•▪](?=\\s|$)`,
  "g",
);
